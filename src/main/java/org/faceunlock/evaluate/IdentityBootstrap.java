package org.faceunlock.evaluate;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How far verification errors would differ with other people: the people are drawn again with replacement, and all
 * their pairs with them. Immutable, so safe to share between threads.
 *
 * <p>A person drawn k times counts k-fold in pairs of their own and in pairs with others; pairs of a person with their
 * own copy are left out. Percentile intervals. B. Efron and R. Tibshirani, "An Introduction to the Bootstrap", 1993;
 * R. Bolle, N. Ratha and S. Pankanti, "Error analysis of pattern recognition systems: the subsets bootstrap", 2004.
 */
public final class IdentityBootstrap {

    private final PairScores pairs;
    private final int[] falling;
    private final int draws;
    private final long seed;

    private IdentityBootstrap(PairScores pairs, int draws, long seed) {
        this.pairs = pairs;
        this.falling = pairs.falling();
        this.draws = draws;
        this.seed = seed;
    }

    /**
     * Draws from those pairs.
     *
     * @param draws how many, at least 1; 200 make a usable 95 % interval
     * @param seed equal seeds give equal intervals
     * @throws IllegalArgumentException if there are no mated or no non-mated pairs
     */
    public static IdentityBootstrap of(PairScores pairs, int draws, long seed) {
        if (draws < 1) {
            throw new IllegalArgumentException("draws: expected at least 1, found " + draws);
        }
        IdentityBootstrap bootstrap = new IdentityBootstrap(pairs, draws, seed);
        int[] once = new int[pairs.people().size()];
        Arrays.fill(once, 1);
        if (!bootstrap.hasBoth(once)) {
            throw new IllegalArgumentException("pairs: expected at least two people, and two faces of one of them,"
                    + " found " + pairs);
        }
        return bootstrap;
    }

    /** The interval of the equal error rate. */
    public Interval equalErrorRate(double confidence) {
        return interval(confidence, WeightedCurve::equalErrorRate);
    }

    /** The equal error rate of the people as they are. */
    double equalErrorRate() {
        return pairs.scores().equalErrorRate().value();
    }

    /**
     * The interval of how much this equal error rate is above another's, both in the same drawings of the people.
     *
     * @throws IllegalArgumentException if the other has other people, drawings or seed
     */
    Interval equalErrorAbove(IdentityBootstrap other, double confidence) {
        if (!other.pairs.people().equals(pairs.people()) || other.draws != draws || other.seed != seed) {
            throw new IllegalArgumentException("other: expected the same people, drawings and seed, found %s and %s"
                    .formatted(pairs, other.pairs));
        }
        return Interval.ofDrawn(Arrays.stream(drawnWeights()).parallel().filter(other::hasBoth)
                .mapToDouble(drawn -> new WeightedCurve(pairs, falling, drawn).equalErrorRate()
                        - new WeightedCurve(other.pairs, other.falling, drawn).equalErrorRate()).toArray(), confidence);
    }

    /** The interval of FNMR at the least strict threshold whose FMR is at most the target. */
    public Interval falseNonMatchRateAt(double falseMatchRate, double confidence) {
        return interval(confidence, curve -> curve.falseNonMatchRateAt(falseMatchRate));
    }

    /** The interval of FMR at a threshold. */
    public Interval falseMatchRate(double threshold, double confidence) {
        return interval(confidence, curve -> curve.falseMatchRate(threshold));
    }

    /** The interval of FNMR at a threshold. */
    public Interval falseNonMatchRate(double threshold, double confidence) {
        return interval(confidence, curve -> curve.falseNonMatchRate(threshold));
    }

    private Interval interval(double confidence, ToDoubleFunction<WeightedCurve> figure) {
        Interval.requireConfidence(confidence);
        double[] values = Arrays.stream(drawnWeights()).parallel()
                .mapToDouble(drawn -> figure.applyAsDouble(new WeightedCurve(pairs, falling, drawn))).toArray();
        return Interval.ofDrawn(values, confidence);
    }

    private int[][] drawnWeights() {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, draws).mapToObj(draw -> weights(random)).toArray(int[][]::new);
    }

    /** How often each person was drawn; drawn anew while no mated or no non-mated pair is left. */
    private int[] weights(SplittableRandom random) {
        int people = pairs.people().size();
        while (true) {
            int[] weights = new int[people];
            for (int draw = 0; draw < people; draw++) {
                weights[random.nextInt(people)]++;
            }
            if (hasBoth(weights)) {
                return weights;
            }
        }
    }

    private boolean hasBoth(int[] weights) {
        boolean mated = false;
        boolean nonMated = false;
        for (int pair = 0; pair < pairs.size() && !(mated && nonMated); pair++) {
            boolean drawn = weights[pairs.first(pair)] > 0 && weights[pairs.second(pair)] > 0;
            boolean same = pairs.first(pair) == pairs.second(pair);
            mated |= drawn && same;
            nonMated |= drawn && !same;
        }
        return mated && nonMated;
    }
}
