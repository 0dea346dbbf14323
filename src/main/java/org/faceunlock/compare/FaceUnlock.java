package org.faceunlock.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.faceunlock.embed.CropEmbedder;
import org.faceunlock.embed.Embedding;
import org.faceunlock.embed.Embeddings;
import org.faceunlock.embed.Threshold;
import org.faceunlock.image.FaceDetector;
import org.faceunlock.image.FaceOutcome;
import org.faceunlock.image.FaceStatus;
import org.faceunlock.image.PhotoReader;
import org.faceunlock.image.PhotoResult;
import org.faceunlock.image.RgbImage;
import org.faceunlock.image.UnreadablePhotoException;

/**
 * A lock that opens to one person's face: a template, a threshold, and the way to look at a photo.
 *
 * <p>When in doubt it stays locked: no face, several faces, a file that cannot be read and numbers that are NaN are
 * decisions with a reason. A defect of the program is not: it is thrown. There is no check that the face is alive;
 * a photo of a photo unlocks.
 *
 * <p>Immutable, and as safe to share between threads as its finder and embedder are.
 */
public final class FaceUnlock {

    private final Builder setting;
    private final Enrolment enrolment;
    private final Template template;
    private final Threshold threshold;

    private FaceUnlock(Builder setting, Enrolment enrolment, Template template, Threshold threshold) {
        this.setting = setting;
        this.enrolment = enrolment;
        this.template = template;
        this.threshold = threshold;
    }

    private FaceUnlock(Builder setting, Enrolment enrolment, Threshold threshold) {
        this(setting, enrolment, Template.of(enrolment.faces(), setting.rule()), threshold);
    }

    /**
     * Begins a lock: by default with the mean as its template, for photos of exactly one face. The finder cuts faces
     * out as the embedder wants them.
     */
    public static Builder using(FaceDetector finder, CropEmbedder embedder) {
        return new Builder(
                finder.cutting(embedder.recipe()), embedder, PhotoReader.DEFAULT, false, ScoreFusion.MEAN);
    }

    /** Whether the photo in that file unlocks; a missing or unreadable file stays locked. */
    public Decision attempt(Path photo) {
        return measure(photo).decide(threshold);
    }

    /**
     * Whether a photo unlocks that came as the bytes of a file, as an upload does; what is no photo stays locked.
     *
     * @param name what the file is called
     */
    public Decision attempt(byte[] photo, String name) {
        RgbImage pixels;
        try {
            pixels = setting.reader().read(photo, name);
        } catch (UnreadablePhotoException e) {
            return Measurement.notComparable(Optional.empty(), rejection(e)).of(name, Optional.empty())
                    .decide(threshold);
        }
        return measure(pixels).of(name, Optional.of(pixels)).decide(threshold);
    }

    /** Whether that photo unlocks. */
    public Decision attempt(RgbImage photo) {
        return measure(photo).decide(threshold);
    }

    /** Whether a photo unlocks in which the face was looked for already. */
    public Decision attempt(PhotoResult photo) {
        return measure(photo).decide(threshold);
    }

    /** What the photo in that file tells, whatever the threshold. */
    public Measurement measure(Path photo) {
        RgbImage pixels;
        try {
            pixels = setting.reader().read(photo);
        } catch (UnreadablePhotoException e) {
            return Measurement.notComparable(Optional.of(photo), rejection(e));
        }
        return measure(Optional.of(photo), FaceOutcome.of(pixels, setting.finder()));
    }

    /** What that photo tells, whatever the threshold. */
    public Measurement measure(RgbImage photo) {
        Measurement measured = measure(Optional.empty(), FaceOutcome.of(photo, setting.finder()));
        return measured.of(measured.name(), Optional.of(photo));
    }

    /** What a photo tells in which the face was looked for already, whatever the threshold. */
    public Measurement measure(PhotoResult photo) {
        return measure(Optional.of(photo.file()), photo.outcome());
    }

    private Measurement measure(Optional<Path> file, FaceOutcome found) {
        FaceOutcome face = setting.usable(found);
        if (face.status() != FaceStatus.FACE) {
            return Measurement.notComparable(file, face, Rejection.of(face));
        }
        face.recipe().ifPresent(setting.embedder()::check);
        Enrolment.same(enrolment.recipe(), face.recipe());
        Embedding probe = Enrolment.embedAll(setting.embedder(), List.of(face.crop().orElseThrow())).get(0);
        double similarity = template.similarity(probe);
        return template.nearest(probe)
                .filter(nearest -> !Double.isNaN(similarity))
                .map(nearest -> Measurement.of(file, face, similarity, nearest))
                .orElseGet(() -> Measurement.notComparable(file, face, Rejection.INVALID_EMBEDDING));
    }

    private static Rejection rejection(UnreadablePhotoException e) {
        Reason reason = e.kind() == UnreadablePhotoException.Kind.MISSING ? Reason.MISSING_FILE : Reason.UNREADABLE;
        return new Rejection(reason, e.reason());
    }

    /** The same lock at another threshold; nothing is computed again. */
    public FaceUnlock at(Threshold other) {
        return new FaceUnlock(setting, enrolment, template, other);
    }

    public Threshold threshold() {
        return threshold;
    }

    /** What a photo is compared with. */
    public Template template() {
        return template;
    }

    /** Which photos are enrolled, and which were rejected and why. */
    public Enrolment enrolment() {
        return enrolment;
    }

    @Override
    public String toString() {
        return "FaceUnlock of %s enrolled faces (%s rejected), rule %s, opens at %s".formatted(
                enrolment.faces().size(), enrolment.rejected().size(), setting.rule(), threshold);
    }

    /**
     * How a lock looks at photos; enrolling with it makes the lock. Immutable: each setting gives a changed copy.
     *
     * @param finder finds the face in an attempt's photo; the photos to enrol should have gone through the same one
     * @param embedder turns crops into numbers, at enrolment and at each attempt
     * @param reader opens the files of attempts; by default {@link PhotoReader#DEFAULT}
     * @param severalFaces whether a photo may show several faces, of which the one that the finder chose counts; by
     *     default a second one, somebody looking over a shoulder, keeps the lock locked
     * @param rule how a probe is compared with the enrolled faces; by default {@link ScoreFusion#MEAN}
     */
    public record Builder(
            FaceDetector finder, CropEmbedder embedder, PhotoReader reader, boolean severalFaces, ScoreFusion rule) {

        public Builder {
            Objects.requireNonNull(finder, "finder");
            Objects.requireNonNull(embedder, "embedder");
            Objects.requireNonNull(reader, "reader");
            Objects.requireNonNull(rule, "rule");
        }

        public Builder with(PhotoReader other) {
            return new Builder(finder, embedder, other, severalFaces, rule);
        }

        public Builder with(ScoreFusion other) {
            return new Builder(finder, embedder, reader, severalFaces, other);
        }

        /** Whether photos of several faces may be enrolled and unlock. */
        public Builder withSeveralFaces(boolean allowed) {
            return new Builder(finder, embedder, reader, allowed, rule);
        }

        /**
         * A lock that opens to the face in these photos. A photo that cannot be used is rejected and told by
         * {@link FaceUnlock#enrolment}.
         *
         * @param photos of one person with what was found in them, a face set for instance
         * @throws EnrolmentException if none can be used; it lists each with its reason
         * @throws IllegalArgumentException if the faces make no {@link Template} by the rule
         */
        public FaceUnlock enrol(Iterable<PhotoResult> photos, Threshold threshold) {
            return new FaceUnlock(this, Enrolment.of(photos, this), threshold);
        }

        /**
         * A lock that opens to these faces, embedded by the same embedder.
         *
         * @throws EnrolmentException if none can be used
         * @throws IllegalArgumentException if the faces make no {@link Template} by the rule
         */
        public FaceUnlock enrol(Embeddings faces, Threshold threshold) {
            return new FaceUnlock(this, Enrolment.of(faces.faces(), List.of(), Optional.empty()), threshold);
        }

        /** The outcome as the lock sees it: of several faces none, unless they are allowed. */
        FaceOutcome usable(FaceOutcome found) {
            int faces = found.detections().size();
            return severalFaces || found.status() != FaceStatus.FACE || faces <= 1 ? found
                    : FaceOutcome.without(FaceStatus.SEVERAL_FACES, found.detections(),
                            "expected exactly one face, found %s; show one face only".formatted(faces));
        }
    }
}
