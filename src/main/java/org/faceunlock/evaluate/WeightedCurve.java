package org.faceunlock.evaluate;

/** FMR and FNMR of pairs whose people count with weights, followed from the strictest threshold down. */
final class WeightedCurve {

    private final PairScores pairs;
    private final int[] falling;
    private final int[] weights;
    private final double mated;
    private final double nonMated;

    /**
     * @param falling the pairs by falling similarity
     * @param weights one a person
     */
    WeightedCurve(PairScores pairs, int[] falling, int[] weights) {
        this.pairs = pairs;
        this.falling = falling;
        this.weights = weights;
        long[] totals = new long[2];
        for (int pair : falling) {
            totals[isMated(pair) ? 0 : 1] += weight(pair);
        }
        mated = totals[0];
        nonMated = totals[1];
    }

    private boolean isMated(int pair) {
        return pairs.first(pair) == pairs.second(pair);
    }

    private long weight(int pair) {
        long weight = weights[pairs.first(pair)];
        return isMated(pair) ? weight : weight * weights[pairs.second(pair)];
    }

    /** As {@link VerificationScores#equalErrorRate}. */
    double equalErrorRate() {
        long accepted = 0;
        long admitted = 0;
        double fmr = 0;
        double fnmr = 1;
        for (int at = 0; at < falling.length; at++) {
            if (isMated(falling[at])) {
                accepted += weight(falling[at]);
            } else {
                admitted += weight(falling[at]);
            }
            if (!tiedWithNext(at)) {
                double nextFmr = admitted / nonMated;
                double nextFnmr = 1 - accepted / mated;
                if (nextFmr >= nextFnmr) {
                    return EqualErrorRate.crossing(fmr, fnmr, nextFmr, nextFnmr);
                }
                fmr = nextFmr;
                fnmr = nextFnmr;
            }
        }
        throw new IllegalStateException("pairs: expected mated and non-mated ones with weight, found none of a kind");
    }

    double falseMatchRate(double threshold) {
        return accepted(threshold, false) / nonMated;
    }

    double falseNonMatchRate(double threshold) {
        return 1 - accepted(threshold, true) / mated;
    }

    private double accepted(double threshold, boolean ofOnePerson) {
        long accepted = 0;
        for (int at = 0; at < falling.length && pairs.similarity(falling[at]) >= threshold; at++) {
            accepted += isMated(falling[at]) == ofOnePerson ? weight(falling[at]) : 0;
        }
        return accepted;
    }

    /** FNMR at the least strict threshold whose FMR is at most the target. */
    double falseNonMatchRateAt(double falseMatchRate) {
        long accepted = 0;
        long admitted = 0;
        double fnmr = 1;
        for (int at = 0; at < falling.length && admitted / nonMated <= falseMatchRate; at++) {
            if (Double.isNaN(pairs.similarity(falling[at]))) {
                return fnmr;
            }
            if (isMated(falling[at])) {
                accepted += weight(falling[at]);
            } else {
                admitted += weight(falling[at]);
            }
            if (!tiedWithNext(at) && admitted / nonMated <= falseMatchRate) {
                fnmr = 1 - accepted / mated;
            }
        }
        return fnmr;
    }

    private boolean tiedWithNext(int at) {
        return at + 1 < falling.length
                && Double.compare(pairs.similarity(falling[at]), pairs.similarity(falling[at + 1])) == 0;
    }
}
