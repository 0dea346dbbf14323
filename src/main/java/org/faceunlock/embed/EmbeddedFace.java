package org.faceunlock.embed;

import java.nio.file.Path;
import java.util.Objects;

/**
 * The face of one photo as numbers, and where it came from.
 *
 * @param file where the photo lies
 * @param person whose face it is, as the folder says; empty when nothing says so
 * @param name what to call it; need not be unique, see {@link Embeddings#names}
 * @param embedding the numbers
 */
public record EmbeddedFace(Path file, String person, String name, Embedding embedding) {

    public EmbeddedFace {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(embedding, "embedding");
    }

    /** A face called by its file's name, without the folders. */
    public static EmbeddedFace of(Path file, String person, Embedding embedding) {
        Path name = file.getFileName();
        return new EmbeddedFace(file, person, name == null ? file.toString() : name.toString(), embedding);
    }
}
