package org.faceunlock.evaluate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/**
 * What a threshold is chosen for.
 *
 * <p>Between two neighbouring scores all thresholds decide alike; the middle of that gap is taken, so that the same
 * photo, embedded again with another rounding, falls on the same side. Of several choices that are equally good, the
 * strictest is taken.
 *
 * @param aim what is to be met
 * @param value the FMR not to exceed, above 0 and below 1; or how much worse a false match is than a false non-match,
 *     above 0; else 0
 */
public record ThresholdRule(Aim aim, double value) {

    /** What a threshold can aim at. */
    public enum Aim {
        /** The least strict threshold whose FMR is at most the value. */
        TARGET_FMR,
        /** FMR and FNMR as near to one another as can be. */
        EQUAL_ERROR,
        /** The least of {@code value * FMR + FNMR}. */
        COST_RATIO
    }

    public ThresholdRule {
        boolean fits = switch (aim) {
            case TARGET_FMR -> value > 0 && value < 1;
            case EQUAL_ERROR -> value == 0;
            case COST_RATIO -> value > 0 && Double.isFinite(value);
        };
        if (!fits) {
            throw new IllegalArgumentException((aim == Aim.TARGET_FMR
                    ? "target FMR: expected above 0 and below 1, such as 0.001, found %s"
                    : "cost ratio: expected above 0, such as 10, found %s").formatted(value));
        }
    }

    public static ThresholdRule targetFmr(double falseMatchRate) {
        return new ThresholdRule(Aim.TARGET_FMR, falseMatchRate);
    }

    public static ThresholdRule equalError() {
        return new ThresholdRule(Aim.EQUAL_ERROR, 0);
    }

    /** @param ratio the cost of a false match over that of a false non-match */
    public static ThresholdRule costRatio(double ratio) {
        return new ThresholdRule(Aim.COST_RATIO, ratio);
    }

    /**
     * The threshold for those comparisons. Just above all of them where none of them may be accepted, which for cosines
     * can lie just above 1.
     *
     * @throws IllegalStateException if mated or non-mated comparisons are missing
     * @throws IllegalArgumentException if there are NaN alone
     */
    public double choose(VerificationScores scores) {
        scores.equalErrorRate(); // asks for both kinds
        double[] thresholds = scores.thresholds();
        if (thresholds.length == 0) {
            throw new IllegalArgumentException("scores: expected at least one number, found NaN alone; there is no"
                    + " face");
        }
        return switch (aim) {
            case TARGET_FMR -> between(thresholds, first(thresholds, scores.atFalseMatchRate(value).threshold()));
            case EQUAL_ERROR -> between(thresholds, least(thresholds, scores, true));
            case COST_RATIO -> between(thresholds, least(thresholds, scores, false));
        };
    }

    /** Whether so many non-mated comparisons can show errors as rare as the target; true for other aims. */
    public boolean reachableWith(long nonMated) {
        return aim != Aim.TARGET_FMR || value * nonMated >= 1;
    }

    private int least(double[] thresholds, VerificationScores scores, boolean equalError) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= thresholds.length; i++) {
            double threshold = i < thresholds.length ? thresholds[i] : Math.nextUp(thresholds[i - 1]);
            double fmr = scores.falseMatchRate(threshold).value();
            double fnmr = scores.falseNonMatchRate(threshold).value();
            double loss = equalError ? Math.abs(fmr - fnmr) : value * fmr + fnmr;
            if (loss <= least) {
                least = loss;
                best = i;
            }
        }
        return best;
    }

    private static int first(double[] thresholds, double least) {
        int at = 0;
        while (at < thresholds.length && thresholds[at] < least) {
            at++;
        }
        return at;
    }

    private static double between(double[] thresholds, int index) {
        if (index == 0) {
            return thresholds[0];
        }
        double lower = thresholds[index - 1];
        if (index == thresholds.length) {
            return Math.nextUp(lower);
        }
        double middle = lower / 2 + thresholds[index] / 2;
        return middle > lower ? middle : thresholds[index];
    }

    /** In words, such as {@code FMR at most 0.1 %}. */
    public String describe() {
        return switch (aim) {
            case TARGET_FMR -> "FMR at most " + percent(value);
            case EQUAL_ERROR -> "equal error";
            case COST_RATIO -> String.format(Locale.ROOT, "least cost, a false match as bad as %s false non-matches",
                    value == Math.rint(value) && value < 1e9 ? (Object) Long.toString((long) value) : value);
        };
    }

    /** A share as a percentage with the digits that it needs. */
    static String percent(double share) {
        return new BigDecimal(100 * share).round(new MathContext(3)).stripTrailingZeros()
                .toPlainString() + " %";
    }
}
