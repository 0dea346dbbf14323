package org.faceunlock.models;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.faceunlock.checkpoint.CheckpointFile;
import org.faceunlock.checkpoint.StateDict;

/**
 * The weights of the network that embeds, and what they are called.
 *
 * @param name {@code vggface2} and so on for published ones, {@code demo} for the shipped ones, else the file's name
 */
public record EmbedderWeights(String name, StateDict states) {

    /** Take the published vggface2 weights if the store has them, else the shipped ones. */
    public static final String AUTO = "auto";

    /** What {@link #of} takes besides a file. */
    public static final List<String> CHOICES =
            List.of(AUTO, ShippedWeights.NAME, ModelCatalogue.VGGFACE2, ModelCatalogue.CASIA_WEBFACE);

    /**
     * The weights of a choice; nothing is downloaded.
     *
     * @param choice one of {@link #CHOICES}, or the path of a checkpoint file
     * @throws MissingModelException if published ones are asked for by name and were not fetched
     * @throws org.faceunlock.checkpoint.CheckpointException if the file is no checkpoint
     */
    public static EmbedderWeights of(String choice, ModelStore store) {
        if (choice.equals(AUTO)) {
            return store.has(ModelCatalogue.VGGFACE2) ? published(ModelCatalogue.VGGFACE2, store) : shipped();
        }
        if (choice.equals(ShippedWeights.NAME)) {
            return shipped();
        }
        if (CHOICES.contains(choice)) {
            return published(choice, store);
        }
        Path file = Path.of(choice);
        if (!Files.exists(file)) {
            throw new IllegalArgumentException(
                    "model: expected one of %s or a checkpoint file, found \"%s\"".formatted(CHOICES, choice));
        }
        return of(file);
    }

    /** The weights in a checkpoint file. */
    public static EmbedderWeights of(Path checkpoint) {
        return new EmbedderWeights(checkpoint.getFileName().toString(), CheckpointFile.read(checkpoint));
    }

    private static EmbedderWeights published(String model, ModelStore store) {
        return new EmbedderWeights(model, CheckpointFile.read(store.require(model)));
    }

    private static EmbedderWeights shipped() {
        return new EmbedderWeights(ShippedWeights.NAME, ShippedWeights.read("embedder.pt"));
    }
}
