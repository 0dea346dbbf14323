package org.faceunlock.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.faceunlock.embed.NearestPhoto;
import org.faceunlock.embed.SimilarityScale;
import org.faceunlock.embed.Threshold;
import org.faceunlock.geometry.Detection;
import org.faceunlock.image.RgbImage;

/**
 * Whether a photo unlocks, and why: a measurement held against a threshold. A tie unlocks; whatever could not be
 * compared stays locked.
 *
 * @param measurement what the photo told
 * @param threshold what it had to reach
 */
public record Decision(Measurement measurement, Threshold threshold) {

    public Outcome outcome() {
        return reason() == Reason.MATCH ? Outcome.UNLOCKED : Outcome.LOCKED;
    }

    public boolean unlocked() {
        return outcome() == Outcome.UNLOCKED;
    }

    /** Raw cosine with the template, -1 to 1; NaN when there was nothing to compare. */
    public double similarity() {
        return measurement.similarity();
    }

    /** Similarity less threshold: 0 or more exactly when it unlocks; NaN when there was nothing to compare. */
    public double margin() {
        return similarity() - threshold.value();
    }

    public Reason reason() {
        if (measurement.rejection().isPresent()) {
            return measurement.rejection().get().reason();
        }
        return threshold.accepts(similarity()) ? Reason.MATCH : Reason.NON_MATCH;
    }

    /** The reason for a person to read, one line, without the file's name. */
    public String sentence() {
        if (measurement.rejection().isPresent()) {
            return measurement.rejection().get().sentence();
        }
        String side = margin() == 0 ? "exactly at" : margin() > 0 ? "above" : "below";
        String distance = margin() == 0 ? "" : digits(Math.abs(margin())) + " ";
        SimilarityScale scale = threshold.scale();
        return scale == SimilarityScale.COSINE
                ? "similarity %s is %s%s the threshold %s"
                        .formatted(digits(similarity()), distance, side, Math.rint(threshold.value() * 1e4) / 1e4)
                : "similarity %s (%s %s) is %s%s the threshold %s (%s)".formatted(digits(similarity()), scale.label(),
                        digits(in(scale)), distance, side, digits(threshold.value()), digits(threshold.in(scale)));
    }

    /** The similarity in another scale, such as Euclidean distance; NaN when there was nothing to compare. */
    public double in(SimilarityScale scale) {
        return Double.isNaN(similarity()) ? Double.NaN
                : SimilarityScale.COSINE.to(scale, Math.max(-1, Math.min(1, similarity())));
    }

    /** The enrolled photo most like this one; empty when there was nothing to compare. */
    public Optional<NearestPhoto> nearest() {
        return measurement.nearest();
    }

    /** Every face found in the photo. */
    public List<Detection> detections() {
        return measurement.detections();
    }

    /** The face that was compared, as the network saw it. */
    public Optional<RgbImage> crop() {
        return measurement.crop();
    }

    /** Where the photo lies; empty for one that came as pixels. */
    public Optional<Path> file() {
        return measurement.file();
    }

    /** What the same photo comes to at another threshold; nothing is computed again. */
    public Decision at(Threshold other) {
        return new Decision(measurement, other);
    }

    /**
     * The attempt in one line, in words: UNLOCKED or LOCKED, the photo's name, and why. A line feed or the like in a
     * name becomes a question mark.
     */
    public String line() {
        return line(measurement.name());
    }

    /** As {@link #line()}, with another name for the photo. */
    public String line(String name) {
        return "%s %s: %s".formatted(outcome(), name, sentence()).replaceAll("\\p{Cntrl}", "?");
    }

    private static String digits(double value) {
        return String.format(Locale.ROOT, value != 0 && Math.abs(value) < 5e-4 ? "%.1e" : "%.3f", value);
    }

    @Override
    public String toString() {
        return line();
    }
}
