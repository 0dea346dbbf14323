package org.faceunlock.evaluate;

import java.util.Locale;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * Between which numbers the truth may be expected to lie.
 *
 * @param lower end of the interval
 * @param upper end of the interval, at least {@code lower}
 * @param confidence how often intervals made this way contain the truth, above 0 and below 1
 */
public record Interval(double lower, double upper, double confidence) {

    /** The confidence that reports use. */
    public static final double USUAL_CONFIDENCE = 0.95;

    public Interval {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException(
                    "interval: expected lower <= upper, found %s and %s".formatted(lower, upper));
        }
        requireConfidence(confidence);
    }

    /** Whether the value lies in the interval, its ends included. */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }

    /** What lies between the tails of figures that were drawn, each tail half of what the confidence leaves. */
    static Interval ofDrawn(double[] figures, double confidence) {
        Percentile percentile = new Percentile().withEstimationType(Percentile.EstimationType.R_7);
        double tail = 100 * (1 - confidence) / 2;
        return new Interval(percentile.evaluate(figures, tail), percentile.evaluate(figures, 100 - tail), confidence);
    }

    static void requireConfidence(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException(
                    "confidence: expected above 0 and below 1, such as 0.95, found " + confidence);
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.6f to %.6f (%.0f %%)", lower, upper, 100 * confidence);
    }
}
