package org.faceunlock.evaluate;

/**
 * What a verification does wrong at one threshold.
 *
 * @param threshold similarity from which on two faces are accepted as one person's
 * @param falseMatch FMR: non-mated comparisons that were accepted
 * @param falseNonMatch FNMR: mated comparisons that were not
 */
public record OperatingPoint(double threshold, Rate falseMatch, Rate falseNonMatch) {
}
