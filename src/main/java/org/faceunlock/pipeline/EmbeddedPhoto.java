package org.faceunlock.pipeline;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.faceunlock.embed.EmbeddedFace;
import org.faceunlock.embed.Embedding;
import org.faceunlock.geometry.Detection;
import org.faceunlock.image.FaceStatus;

/**
 * What is needed of a photo to compare it: its face as numbers, or why there is none (a failure to acquire).
 *
 * @param file where it lies
 * @param person whose it is; empty when nothing says so
 * @param status what became of it; FACE also where the network gave no usable numbers for the face
 * @param detection the face that counts; empty when there is none, or nothing is known of it but its numbers
 * @param embedding of its face; empty when none could be had
 * @param reason why not, one line; empty with an embedding
 */
public record EmbeddedPhoto(Path file, String person, FaceStatus status, Optional<Detection> detection,
        Optional<Embedding> embedding, String reason) {

    public EmbeddedPhoto {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(person, "person");
        if (embedding.isPresent() != reason.isEmpty() || embedding.isPresent() && status != FaceStatus.FACE) {
            throw new IllegalArgumentException(
                    "photo: expected either the embedding of a face or a reason for %s, found %s, %s, \"%s\""
                            .formatted(file, status, embedding, reason));
        }
    }

    /** A photo of a face. */
    public static EmbeddedPhoto of(EmbeddedFace face) {
        return new EmbeddedPhoto(face.file(), face.person(), FaceStatus.FACE, Optional.empty(),
                Optional.of(face.embedding()), "");
    }

    /** A photo without numbers, and why. */
    public static EmbeddedPhoto without(Path file, String person, FaceStatus status, String reason) {
        return new EmbeddedPhoto(file, person, status, Optional.empty(), Optional.empty(), reason);
    }

    /** The same photo, as another person's. */
    public EmbeddedPhoto of(String other) {
        return new EmbeddedPhoto(file, other, status, detection, embedding, reason);
    }

    /** Its face; empty when there is none. */
    public Optional<EmbeddedFace> face() {
        return embedding.map(numbers -> EmbeddedFace.of(file, person, numbers));
    }
}
