package org.faceunlock.evaluate;

/**
 * Attempts to be verified, with those that never came to a comparison because no face was acquired: the only ground on
 * which FAR and FRR may be told. Immutable, so safe to share between threads.
 *
 * <p>An attempt without a face is rejected at every threshold: it raises FRR and lowers FAR (ISO/IEC 19795-1).
 *
 * @param comparisons the attempts that came to a comparison
 * @param matedFailures attempts of the enrolled person without a face, at least 0
 * @param nonMatedFailures attempts of someone else without a face, at least 0
 */
public record VerificationAttempts(VerificationScores comparisons, long matedFailures, long nonMatedFailures) {

    public VerificationAttempts {
        if (matedFailures < 0 || nonMatedFailures < 0) {
            throw new IllegalArgumentException("failures: expected at least 0, found %s mated and %s non-mated"
                    .formatted(matedFailures, nonMatedFailures));
        }
    }

    /** Attempts in which a face was always acquired, or failures are not counted. */
    public static VerificationAttempts of(VerificationScores comparisons) {
        return new VerificationAttempts(comparisons, 0, 0);
    }

    /** The same comparisons, and so many attempts without a face. */
    public VerificationAttempts withFailures(long mated, long nonMated) {
        return new VerificationAttempts(comparisons, mated, nonMated);
    }

    /** FAR: the share of other people's attempts that are accepted. */
    public Rate falseAcceptRate(double threshold) {
        Rate matches = comparisons.falseMatchRate(threshold);
        return new Rate(matches.events(), matches.trials() + nonMatedFailures);
    }

    /** FRR: the share of the enrolled people's attempts that are not accepted. */
    public Rate falseRejectRate(double threshold) {
        Rate nonMatches = comparisons.falseNonMatchRate(threshold);
        return new Rate(nonMatches.events() + matedFailures, nonMatches.trials() + matedFailures);
    }
}
