package org.faceunlock.embed;

/**
 * The similarity from which on two faces count as the same person's. A tie is accepted, NaN never is.
 *
 * @param value raw cosine, -1 to 1; the higher, the stricter
 */
public record Threshold(double value) {

    public Threshold {
        if (!(value >= -1 && value <= 1)) {
            throw new IllegalArgumentException(
                    "value: expected a cosine from -1 to 1, found %s; it is no percentage".formatted(value));
        }
    }

    /** A threshold on the raw cosine; the article takes 0.8. */
    public static Threshold cosine(double value) {
        return new Threshold(value);
    }

    /** Whether {@code similarity >= value}; false for NaN. */
    public boolean accepts(double similarity) {
        return similarity >= value;
    }

    @Override
    public String toString() {
        return "similarity >= " + value;
    }
}
