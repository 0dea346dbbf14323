package org.faceunlock.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Similarities of mated comparisons (two faces of one person) and non-mated ones (of two people), and the errors that a
 * threshold makes of them. Immutable, so safe to share between threads.
 *
 * <p>A comparison is accepted when its similarity is at least the threshold, ties included; NaN is accepted by none.
 * The rates are over comparisons: FMR and FNMR of ISO/IEC 19795-1, not FAR and FRR, for which see
 * {@link VerificationAttempts}.
 */
public final class VerificationScores {

    private static final double REJECTED = Double.NEGATIVE_INFINITY;

    private final double[] mated;    // ascending
    private final double[] nonMated; // ascending

    private VerificationScores(double[] mated, double[] nonMated) {
        this.mated = mated;
        this.nonMated = nonMated;
    }

    /** The similarities of comparisons of one person's faces, and of two people's; copied, in any order. */
    public static VerificationScores of(double[] mated, double[] nonMated) {
        return new VerificationScores(ascending(mated), ascending(nonMated));
    }

    /** As {@link #of}, of arrays that ascend already, hold no NaN, and are kept. */
    static VerificationScores ofAscending(double[] mated, double[] nonMated) {
        return new VerificationScores(mated, nonMated);
    }

    private static double[] ascending(double[] scores) {
        return Arrays.stream(scores).map(score -> Double.isNaN(score) ? REJECTED : score + 0.0).sorted().toArray();
    }

    /** Ascending copy; NaN has become negative infinity. */
    public double[] mated() {
        return mated.clone();
    }

    /** Ascending copy; NaN has become negative infinity. */
    public double[] nonMated() {
        return nonMated.clone();
    }

    /** FMR: the share of the non-mated comparisons that are accepted. */
    public Rate falseMatchRate(double threshold) {
        return new Rate(nonMated.length - below(nonMated, threshold), nonMated.length);
    }

    /** FNMR: the share of the mated comparisons that are not accepted. */
    public Rate falseNonMatchRate(double threshold) {
        return new Rate(below(mated, threshold), mated.length);
    }

    /** Both errors at one threshold. */
    public OperatingPoint at(double threshold) {
        return new OperatingPoint(threshold, falseMatchRate(threshold), falseNonMatchRate(threshold));
    }

    /**
     * The least strict threshold that keeps FMR at or below a target: just above the highest score that must not pass.
     *
     * <p>With n non-mated comparisons, targets below 1/n ask for none to pass, and say nothing about rarer events. The
     * threshold may lie just above 1 when the highest score is 1.
     *
     * @param falseMatchRate target, 0 to below 1
     */
    public OperatingPoint atFalseMatchRate(double falseMatchRate) {
        if (!(falseMatchRate >= 0 && falseMatchRate < 1)) {
            throw new IllegalArgumentException(
                    "falseMatchRate: expected 0 to below 1, found %s".formatted(falseMatchRate));
        }
        requireBoth();
        int allowed = (int) Math.floor(falseMatchRate * nonMated.length);
        if ((allowed + 1.0) / nonMated.length <= falseMatchRate) {
            allowed++; // the product was rounded down
        }
        return at(Math.nextUp(nonMated[nonMated.length - 1 - allowed]));
    }

    /**
     * The corners of the DET curve by rising threshold: no threshold errs less on one side without erring more on the
     * other than these do. The ROC curve is the same with 1 - FNMR upward.
     */
    public List<OperatingPoint> curve() {
        requireBoth();
        List<OperatingPoint> corners = new ArrayList<>();
        long lowest = Long.MAX_VALUE;
        for (double score : mated) {
            if (score > REJECTED && falseMatchRate(score).events() < lowest) {
                corners.add(at(score));
                lowest = falseMatchRate(score).events();
            }
        }
        if (lowest > 0) {
            corners.add(at(Math.nextUp(Math.max(mated[mated.length - 1], nonMated[nonMated.length - 1]))));
        }
        return List.copyOf(corners);
    }

    /** Every score that a comparison came to, once, ascending; between two of them no threshold changes a decision. */
    public double[] thresholds() {
        double[] all = DoubleStream.concat(Arrays.stream(mated), Arrays.stream(nonMated))
                .filter(score -> score > REJECTED).map(score -> score + 0.0).sorted().toArray(); // -0 is 0
        return IntStream.range(0, all.length).filter(i -> i == 0 || all[i] > all[i - 1]).mapToDouble(i -> all[i])
                .toArray();
    }

    /**
     * AUC: how likely a mated comparison scores higher than a non-mated one, a tie counting half (the Mann-Whitney
     * statistic). 1 when they are apart, 0.5 when similarities say nothing.
     */
    public double areaUnderCurve() {
        requireBoth();
        double wins = 0; // exact: multiples of a half
        int lower = 0;
        int notHigher = 0;
        for (double score : mated) {
            while (lower < nonMated.length && nonMated[lower] < score) {
                lower++;
            }
            while (notHigher < nonMated.length && nonMated[notHigher] <= score) {
                notHigher++;
            }
            wins += (lower + notHigher) / 2.0;
        }
        return wins / mated.length / nonMated.length;
    }

    /** Where FMR and FNMR are the same; scores of NaN take part as the lowest of all. */
    public EqualErrorRate equalErrorRate() {
        requireBoth();
        int rejected = mated.length;    // mated below the threshold
        int refused = nonMated.length;  // non-mated below it
        while (true) {
            double fmr = 1 - (double) refused / nonMated.length;
            double fnmr = (double) rejected / mated.length;
            double score = Math.max(last(mated, rejected), last(nonMated, refused));
            rejected = below(mated, score, rejected);
            refused = below(nonMated, score, refused);
            double nextFmr = 1 - (double) refused / nonMated.length;
            double nextFnmr = (double) rejected / mated.length;
            if (nextFmr >= nextFnmr) {
                return new EqualErrorRate(EqualErrorRate.crossing(fmr, fnmr, nextFmr, nextFnmr), score);
            }
        }
    }

    private static double last(double[] scores, int count) {
        return count == 0 ? REJECTED : scores[count - 1];
    }

    private static int below(double[] scores, double score, int from) {
        int count = from;
        while (count > 0 && scores[count - 1] >= score) {
            count--;
        }
        return count;
    }

    private void requireBoth() {
        if (mated.length == 0 || nonMated.length == 0) {
            throw new IllegalStateException(("scores: expected mated and non-mated comparisons, found %s and %s; "
                    + "take several photos each of several people").formatted(mated.length, nonMated.length));
        }
    }

    private static int below(double[] scores, double threshold) {
        if (Double.isNaN(threshold) || threshold == REJECTED) {
            throw new IllegalArgumentException("threshold: expected a number, found " + threshold);
        }
        int from = 0;
        int to = scores.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (scores[middle] < threshold) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    @Override
    public String toString() {
        return "VerificationScores[%s mated, %s non-mated]".formatted(mated.length, nonMated.length);
    }
}
