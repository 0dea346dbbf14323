package org.faceunlock.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;

/**
 * What comes of the pairs of Labeled Faces in the Wild: each fold at the threshold that errs least on all other folds.
 *
 * <p>A pair without a similarity, because a face was not found, counts as one that does not match. Of accuracies the
 * mean is told, and its standard error: their sample standard deviation over the root of their number.
 *
 * @param accuracies one a fold, 0 to 1
 * @param thresholds one a fold
 * @param scores all pairs
 * @param wrong numbers of the pairs, from 0, that were decided wrongly at their fold's threshold
 */
public record LfwResult(
        List<Double> accuracies, List<Double> thresholds, VerificationScores scores, List<Integer> wrong) {

    private static final double STRICT = 0.001;

    public LfwResult {
        accuracies = List.copyOf(accuracies);
        thresholds = List.copyOf(thresholds);
        wrong = List.copyOf(wrong);
    }

    /**
     * Decides all pairs.
     *
     * @param similarities one a pair, in the order of {@link LfwPairs#all}; NaN where there is none
     * @throws IllegalArgumentException if there are fewer than two folds
     */
    public static LfwResult of(LfwPairs pairs, double[] similarities) {
        List<LfwPairs.Pair> all = pairs.all();
        int folds = pairs.folds().size();
        if (folds < 2 || similarities.length != all.size()) {
            throw new IllegalArgumentException("pairs: expected at least two folds and %s similarities, found %s and %s"
                    .formatted(all.size(), folds, similarities.length));
        }
        int[] fold = IntStream.range(0, folds)
                .flatMap(number -> pairs.folds().get(number).stream().mapToInt(pair -> number)).toArray();
        List<Double> accuracies = new ArrayList<>();
        List<Double> thresholds = new ArrayList<>();
        List<Integer> wrong = new ArrayList<>();
        for (int left = 0; left < folds; left++) {
            int out = left;
            VerificationScores known = scores(all, similarities, IntStream.range(0, fold.length)
                    .filter(i -> fold[i] != out).toArray());
            double ratio = (double) known.nonMated().length / known.mated().length;
            double threshold = ThresholdRule.costRatio(ratio).choose(known);
            int[] errors = IntStream.range(0, fold.length).filter(i -> fold[i] == out
                    && similarities[i] >= threshold != all.get(i).mated()).toArray();
            Arrays.stream(errors).forEach(wrong::add);
            thresholds.add(threshold);
            accuracies.add(1 - (double) errors.length / pairs.folds().get(left).size());
        }
        return new LfwResult(accuracies, thresholds,
                scores(all, similarities, IntStream.range(0, fold.length).toArray()), wrong);
    }

    private static VerificationScores scores(List<LfwPairs.Pair> pairs, double[] similarities, int[] which) {
        return VerificationScores.of(
                Arrays.stream(which).filter(i -> pairs.get(i).mated()).mapToDouble(i -> similarities[i]).toArray(),
                Arrays.stream(which).filter(i -> !pairs.get(i).mated()).mapToDouble(i -> similarities[i]).toArray());
    }

    /** Mean accuracy over the folds. */
    public double accuracy() {
        return doubles().average().orElseThrow();
    }

    /** Standard error of the mean accuracy. */
    public double standardError() {
        return new StandardDeviation().evaluate(doubles().toArray()) / Math.sqrt(accuracies.size());
    }

    private DoubleStream doubles() {
        return accuracies.stream().mapToDouble(value -> value);
    }

    /** TAR at FAR 0.1 %: the share of the mated pairs that are accepted where at most that share of the others is. */
    public Rate strictAccepted() {
        return scores.atFalseMatchRate(STRICT).falseNonMatch().complement();
    }
}
