package org.faceunlock.pipeline;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.faceunlock.embed.EmbeddedFace;
import org.faceunlock.embed.Embedding;

/**
 * What is needed of a photo to compare it: its face as numbers, or why there is none (a failure to acquire).
 *
 * @param file where it lies
 * @param person whose it is; empty when nothing says so
 * @param embedding of its face; empty when none could be had
 * @param reason why not, one line; empty with an embedding
 */
public record EmbeddedPhoto(Path file, String person, Optional<Embedding> embedding, String reason) {

    public EmbeddedPhoto {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(person, "person");
        if (embedding.isPresent() != reason.isEmpty()) {
            throw new IllegalArgumentException(
                    "photo: expected either an embedding or a reason for %s, found %s, \"%s\""
                            .formatted(file, embedding, reason));
        }
    }

    /** A photo of a face. */
    public static EmbeddedPhoto of(EmbeddedFace face) {
        return new EmbeddedPhoto(face.file(), face.person(), Optional.of(face.embedding()), "");
    }

    /** The same photo, as another person's. */
    public EmbeddedPhoto of(String other) {
        return new EmbeddedPhoto(file, other, embedding, reason);
    }

    /** Its face; empty when there is none. */
    public Optional<EmbeddedFace> face() {
        return embedding.map(numbers -> EmbeddedFace.of(file, person, numbers));
    }
}
