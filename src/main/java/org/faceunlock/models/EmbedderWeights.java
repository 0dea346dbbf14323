package org.faceunlock.models;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.faceunlock.checkpoint.CheckpointFile;
import org.faceunlock.checkpoint.StateDict;
import org.faceunlock.checkpoint.TfjsCheckpoint;

/**
 * The weights of the network that embeds, and what they are called.
 *
 * @param name {@code vggface2} and so on for published ones, {@code demo} for the shipped ones, else the file's name
 * @param card which network they are for, and what it wants
 */
public record EmbedderWeights(String name, StateDict states, EmbedderCard card) {

    /** Take vggface2 if the store has it, else dlib, else the shipped weights. */
    public static final String AUTO = "auto";

    private static final String DLIB_MANIFEST = "face_recognition_model-weights_manifest.json";
    private static final String DLIB_NUMBERS = "face_recognition_model.bin";

    /** What {@link #of} takes besides a file. */
    public static final List<String> CHOICES =
            List.of(AUTO, ShippedWeights.NAME, ModelCatalogue.VGGFACE2, ModelCatalogue.CASIA_WEBFACE,
                    ModelCatalogue.DLIB);

    /**
     * The weights of a choice; nothing is downloaded.
     *
     * @param choice one of {@link #CHOICES}, or the path of a checkpoint file
     * @throws MissingModelException if published ones are asked for by name and were not fetched
     * @throws org.faceunlock.checkpoint.CheckpointException if the file is no checkpoint
     */
    public static EmbedderWeights of(String choice, ModelStore store) {
        String known = named(choice, store);
        if (known.equals(ShippedWeights.NAME)) {
            return new EmbedderWeights(known, ShippedWeights.read("embedder.pt"), EmbedderCard.DEMO);
        }
        if (known.equals(ModelCatalogue.DLIB)) {
            return new EmbedderWeights(known, TfjsCheckpoint.read(store.require(known, DLIB_MANIFEST),
                    store.require(known, DLIB_NUMBERS)), card(known, store));
        }
        if (CHOICES.contains(known)) {
            return new EmbedderWeights(known, CheckpointFile.read(store.require(known)), card(known, store));
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
        return new EmbedderWeights(
                checkpoint.getFileName().toString(), CheckpointFile.read(checkpoint), EmbedderCard.ARTICLE);
    }

    /** What a choice comes to: {@link #AUTO} is the best that the store has, any other is itself. */
    public static String named(String choice, ModelStore store) {
        return !choice.equals(AUTO) ? choice : Stream.of(ModelCatalogue.VGGFACE2, ModelCatalogue.DLIB)
                .filter(store::has).findFirst().orElse(ShippedWeights.NAME);
    }

    /** What is to be known of a choice, before its weights are read; a checkpoint file is taken for the article's. */
    public static EmbedderCard card(String choice, ModelStore store) {
        String known = named(choice, store);
        return known.equals(ShippedWeights.NAME) ? EmbedderCard.DEMO
                : store.catalogue().find(known).flatMap(ModelEntry::embedder).orElse(EmbedderCard.ARTICLE);
    }
}
