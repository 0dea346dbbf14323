package org.faceunlock.evaluate;

/**
 * The error at which as many mated comparisons fail as non-mated ones pass.
 *
 * <p>FMR falls and FNMR rises with the threshold, both in steps, so that they seldom meet. They cross at one score: up
 * to it FMR is at least FNMR, above it FMR is less. Those two points of the DET curve are joined by a straight line,
 * and the rate is where it meets FMR = FNMR.
 *
 * @param value 0 to 1; 0.5 when similarities say nothing
 * @param threshold the score at which the steps cross, the highest threshold with FMR at least FNMR
 */
public record EqualErrorRate(double value, double threshold) {

    /**
     * Where a straight line meets FMR = FNMR.
     *
     * @param fmr before the crossing, below {@code fnmr}
     * @param fnmr before the crossing
     * @param nextFmr after it, at least {@code nextFnmr}
     * @param nextFnmr after it
     */
    static double crossing(double fmr, double fnmr, double nextFmr, double nextFnmr) {
        double before = fnmr - fmr;
        double after = nextFmr - nextFnmr;
        return fmr + (nextFmr - fmr) * before / (before + after);
    }
}
