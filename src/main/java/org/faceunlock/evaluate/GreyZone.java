package org.faceunlock.evaluate;

/**
 * How far a chosen threshold would differ with other people to choose it by. Below it a similarity is LOCKED, above it,
 * its upper end included, UNLOCKED; within it, it is UNSURE, which never unlocks.
 *
 * @param lower end; a similarity of exactly that is unsure, unless both ends are one
 * @param upper end, at least {@code lower}; a similarity of exactly that unlocks
 */
public record GreyZone(double lower, double upper) {

    /** What a similarity comes to. */
    public enum Verdict { LOCKED, UNSURE, UNLOCKED }

    public GreyZone {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("grey zone: expected lower <= upper, found " + lower + " and " + upper);
        }
    }

    /** The zone, widened where it has to be to hold the threshold. */
    public GreyZone including(double threshold) {
        return new GreyZone(Math.min(lower, threshold), Math.max(upper, threshold));
    }

    /** Where a similarity lies; NaN is locked. */
    public Verdict verdict(double similarity) {
        if (similarity >= upper) {
            return Verdict.UNLOCKED;
        }
        return similarity >= lower ? Verdict.UNSURE : Verdict.LOCKED;
    }
}
