package org.faceunlock.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Writes a checkpoint of InceptionResnetV1 with formula weights: 107 MB that every machine makes alike. */
public final class FormulaCheckpointTool {

    private FormulaCheckpointTool() {
    }

    /** Arguments: the file to write, then zip or legacy. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("arguments: expected a file and zip or legacy, found "
                    + String.join(" ", arguments));
        }
        write(Path.of(arguments[0]), CheckpointWriter.Format.valueOf(arguments[1].toUpperCase(Locale.ROOT)));
    }

    static void write(Path file, CheckpointWriter.Format format) throws IOException {
        CheckpointWriter.write(FormulaWeights.of(EmbedderShapes.all()), format, file);
    }
}
