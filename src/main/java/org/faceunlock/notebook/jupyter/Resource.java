package org.faceunlock.notebook.jupyter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.faceunlock.checkpoint.AtomicFile;

/** The text files that ship inside the jar, beside the classes of this package, and how such files get to a disk. */
final class Resource {
    private Resource() {
    }

    static String text(String name) throws IOException {
        try (InputStream in = Resource.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new NotebookSetupException("this build lacks its file " + name + "; build the project anew");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Writes a file at one stroke: another process reads the former text or this one. */
    static Path write(Path file, String text) throws IOException {
        return AtomicFile.write(file, part -> Files.writeString(part, text));
    }

    /** Eight digits that tell texts apart. */
    static String sum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(sum.getValue());
    }
}
