package org.faceunlock.embed;

/**
 * The raw cosine of the angle between two embeddings: 1 for the same direction, 0 for a right angle, -1 for opposite
 * ones.
 *
 * <p>A similarity is such a double wherever this library says one: in a matrix, a decision, a threshold, a curve. It is
 * never mapped to 0..1 and never a percentage. Length does not matter, so a mean of embeddings may be compared as it
 * is.
 */
public final class Cosine {

    private Cosine() {
    }

    /**
     * {@code a.b / sqrt(|a|^2 |b|^2)}, summed in double; rounding that would leave -1 to 1 is cut off.
     *
     * @return exactly 1 when both have the same finite numbers; NaN when either has a number that is not finite, or is
     *     all zeros
     * @throws IllegalArgumentException if they differ in size
     */
    public static double similarity(Embedding a, Embedding b) {
        if (a.size() != b.size()) {
            throw new IllegalArgumentException(
                    "b: expected %s numbers as in a, found %s; compare embeddings of one network"
                            .formatted(a.size(), b.size()));
        }
        double dot = 0;
        double squaresOfA = 0;
        double squaresOfB = 0;
        for (int i = 0; i < a.size(); i++) {
            double valueOfA = a.get(i);
            double valueOfB = b.get(i);
            dot += valueOfA * valueOfB;
            squaresOfA += valueOfA * valueOfA;
            squaresOfB += valueOfB * valueOfB;
        }
        return ofSums(dot, squaresOfA, squaresOfB);
    }

    /** The cosine from a.b, |a|^2 and |b|^2. The root of one product, not of two, gives equal vectors exactly 1. */
    public static double ofSums(double dot, double squaresOfA, double squaresOfB) {
        double cosine = dot / Math.sqrt(squaresOfA * squaresOfB);
        return Math.max(-1, Math.min(1, cosine)); // NaN stays NaN
    }
}
