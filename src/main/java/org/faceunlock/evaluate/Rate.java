package org.faceunlock.evaluate;

import java.util.Locale;
import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * How often something happened.
 *
 * @param events how many times it did, 0 to {@code trials}
 * @param trials how many times it could have; with 0 nothing is known and {@link #value} is NaN
 */
public record Rate(long events, long trials) {

    /** Equal to SciPy's within 1e-13 from 1 to 10 million trials; with 1e-12 small probabilities lose their digits. */
    private static final double QUANTILE_ACCURACY = 1e-16;

    public Rate {
        if (events < 0 || events > trials) {
            throw new IllegalArgumentException(
                    "events: expected 0 to the %s trials, found %s".formatted(trials, events));
        }
    }

    /** Events a trial, 0 to 1. */
    public double value() {
        return trials == 0 ? Double.NaN : (double) events / trials;
    }

    /** The trials without the event. */
    public Rate complement() {
        return new Rate(trials - events, trials);
    }

    /**
     * The Clopper-Pearson interval of the underlying probability, which is never too narrow for independent trials.
     *
     * <p>Comparisons that share a face or a person are not independent: for all pairs of a set of photos the truth is
     * wider, and {@link IdentityBootstrap} gives it. C. Clopper and E. Pearson, Biometrika 26, 1934.
     *
     * @param confidence above 0 and below 1
     * @return 0 to 1 when there were no trials
     */
    public Interval interval(double confidence) {
        Interval.requireConfidence(confidence);
        double tail = (1 - confidence) / 2;
        double lower = events == 0 ? 0 : quantile(tail, events, trials - events + 1);
        double upper = events == trials ? 1 : quantile(1 - tail, events + 1, trials - events);
        return new Interval(lower, upper, confidence);
    }

    /**
     * The number that the underlying probability exceeds with at most the doubt that the confidence leaves: the end of
     * a one-sided Clopper-Pearson interval. Of no events in n trials it is near 3/n, the rule of three.
     *
     * @param confidence above 0 and below 1
     * @return 1 when there were no trials
     */
    public double upperBound(double confidence) {
        Interval.requireConfidence(confidence);
        return events == trials ? 1 : quantile(confidence, events + 1, trials - events);
    }

    private static double quantile(double probability, double alpha, double beta) {
        return new BetaDistribution(null, alpha, beta, QUANTILE_ACCURACY).inverseCumulativeProbability(probability);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d of %d (%.3f %%)", events, trials, 100 * value());
    }
}
