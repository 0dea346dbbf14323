package org.faceunlock.evaluate;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How far a threshold would differ with other comparisons, where nothing is known of the people behind them: the mated
 * and the non-mated ones are drawn again, each with replacement. Comparisons that share a person vary together, so that
 * the truth is wider; where people are known, {@link IdentityBootstrap} and {@link ThresholdFolds} say more. Stateless.
 */
public final class ComparisonBootstrap {

    private static final int DRAWS = 200;

    private ComparisonBootstrap() {
    }

    /** The middle 95 % of the thresholds that the rule chooses; equal seeds give equal zones. */
    public static GreyZone greyZone(VerificationScores scores, ThresholdRule rule, long seed) {
        double[] mated = scores.mated();
        double[] nonMated = scores.nonMated();
        double[] chosen = IntStream.range(0, DRAWS).parallel().mapToDouble(draw -> {
            SplittableRandom random = new SplittableRandom(seed * DRAWS + draw);
            return rule.choose(VerificationScores.ofAscending(again(mated, random), again(nonMated, random)));
        }).toArray();
        Interval middle = Interval.ofDrawn(chosen, Interval.USUAL_CONFIDENCE);
        return new GreyZone(middle.lower(), middle.upper());
    }

    private static double[] again(double[] ascending, SplittableRandom random) {
        int[] times = new int[ascending.length];
        for (int draw = 0; draw < times.length; draw++) {
            times[random.nextInt(times.length)]++;
        }
        double[] drawn = new double[times.length];
        int filled = 0;
        for (int i = 0; i < times.length; i++) {
            Arrays.fill(drawn, filled, filled + times[i], ascending[i]);
            filled += times[i];
        }
        return drawn;
    }
}
