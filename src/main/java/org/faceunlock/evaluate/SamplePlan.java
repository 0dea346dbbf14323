package org.faceunlock.evaluate;

import java.util.Locale;

/**
 * How many photos of how many people it takes to claim, with 95 % confidence, that FMR is below a rate.
 *
 * <p>The claim is the one-sided Clopper-Pearson bound with no error seen. Comparisons that share a person are not
 * independent: only one comparison a pair of people counts here, so that n people give n (n - 1) / 2; further photos of
 * each make FNMR known, not FMR.
 *
 * @param rate the FMR to claim, above 0 and below 1
 * @param comparisons non-mated comparisons without an error that it takes
 * @param people people whose pairs give as many
 * @param photosPerPerson photos of each, so that as rare an FNMR as 1 in 20 shows itself
 */
public record SamplePlan(double rate, long comparisons, long people, int photosPerPerson) {

    private static final double LEAST_FNMR = 0.05;

    /** The plan for a rate. */
    public static SamplePlan of(double rate) {
        long comparisons = withoutError(rate);
        long people = (long) Math.ceil((1 + Math.sqrt(1 + 8.0 * comparisons)) / 2);
        long mated = withoutError(LEAST_FNMR);
        int photos = 2;
        while (people * photos / 2 < mated) {
            photos++;
        }
        return new SamplePlan(rate, comparisons, people, photos);
    }

    /** Trials without an error after which the rate is the one-sided 95 % bound: near 3 / rate. */
    public static long withoutError(double rate) {
        if (!(rate > 0 && rate < 1)) {
            throw new IllegalArgumentException("rate: expected above 0 and below 1, found " + rate);
        }
        return (long) Math.ceil(Math.log(1 - Interval.USUAL_CONFIDENCE) / Math.log1p(-rate));
    }

    /** The plan in one sentence. */
    public String describe() {
        return String.format(Locale.ROOT, "To claim FMR < %s (one-sided 95 %%): %d stranger pairs without an error,"
                + " one a pair of people: %d people with %d photos each.", ThresholdRule.percent(rate), comparisons,
                people, photosPerPerson);
    }
}
