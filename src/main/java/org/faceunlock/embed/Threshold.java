package org.faceunlock.embed;

import java.util.Locale;
import java.util.Objects;

/**
 * The similarity from which on two faces count as the same person's. A tie is accepted, NaN never is.
 *
 * @param value raw cosine, -1 to 1; the higher, the stricter
 * @param scale in which it was stated, to be told in
 */
public record Threshold(double value, SimilarityScale scale) {

    public Threshold {
        Objects.requireNonNull(scale, "scale");
        SimilarityScale.COSINE.check(value);
    }

    /** A threshold on the raw cosine; the article takes 0.8. */
    public static Threshold cosine(double value) {
        return new Threshold(value, SimilarityScale.COSINE);
    }

    /**
     * A threshold that was stated in another scale: of a distance, the greatest that is accepted.
     *
     * @throws IllegalArgumentException if there is no such number in that scale
     */
    public static Threshold of(SimilarityScale scale, double value) {
        return new Threshold(scale.to(SimilarityScale.COSINE, value), scale);
    }

    /** The same threshold in a scale. */
    public double in(SimilarityScale other) {
        return SimilarityScale.COSINE.to(other, value);
    }

    /** Whether {@code similarity >= value}; false for NaN. */
    public boolean accepts(double similarity) {
        return similarity >= value;
    }

    @Override
    public String toString() {
        return scale == SimilarityScale.COSINE ? "similarity >= " + value
                : String.format(Locale.ROOT, "similarity >= %.4f (%s %s %.4f)", value, scale.label(),
                        scale.higherIsMoreAlike() ? ">=" : "<=", in(scale));
    }
}
