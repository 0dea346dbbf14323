package org.faceunlock.compare;

import java.util.List;
import java.util.Optional;
import java.util.Objects;
import org.faceunlock.embed.CropEmbedder;
import org.faceunlock.embed.Embeddings;
import org.faceunlock.embed.Threshold;
import org.faceunlock.image.FaceDetector;
import org.faceunlock.image.PhotoReader;
import org.faceunlock.image.PhotoResult;

/**
 * How a lock looks at photos; enrolling with it makes the lock. Immutable: each setting gives a changed copy.
 *
 * <p>By default: the template is the mean, a photo shows exactly one face, and {@link PhotoReader#DEFAULT} reads files.
 *
 * @param finder finds the face in an attempt's photo; the photos to enrol should have gone through the same one
 * @param embedder turns crops into numbers, at enrolment and at each attempt
 * @param reader opens the files of attempts
 * @param count how many faces a photo may show
 * @param rule how a probe is compared with the enrolled faces
 */
public record Enroller(
        FaceDetector finder, CropEmbedder embedder, PhotoReader reader, FaceCount count, ScoreFusion rule) {

    public Enroller {
        Objects.requireNonNull(finder, "finder");
        Objects.requireNonNull(embedder, "embedder");
        Objects.requireNonNull(reader, "reader");
        Objects.requireNonNull(count, "count");
        Objects.requireNonNull(rule, "rule");
    }

    public Enroller with(PhotoReader other) {
        return new Enroller(finder, embedder, other, count, rule);
    }

    public Enroller with(FaceCount other) {
        return new Enroller(finder, embedder, reader, other, rule);
    }

    public Enroller with(ScoreFusion other) {
        return new Enroller(finder, embedder, reader, count, other);
    }

    /**
     * A lock that opens to the face in these photos. A photo that cannot be used is left out and told by
     * {@link FaceUnlock#enrolment}.
     *
     * @param photos of one person with what was found in them, a face set for instance
     * @throws EnrolmentException if none can be used; it lists each with its reason
     * @throws IllegalArgumentException if the faces make no {@link Template} by the rule
     */
    public FaceUnlock enrol(Iterable<PhotoResult> photos, Threshold threshold) {
        return FaceUnlock.of(this, Enrolment.of(photos, count, embedder), threshold);
    }

    /**
     * A lock that opens to these faces, embedded by the same embedder.
     *
     * @throws EnrolmentException if none can be used
     * @throws IllegalArgumentException if the faces make no {@link Template} by the rule
     */
    public FaceUnlock enrol(Embeddings faces, Threshold threshold) {
        return FaceUnlock.of(this, Enrolment.of(faces.faces(), List.of(), Optional.empty()), threshold);
    }
}
