package org.faceunlock.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * A threshold that is chosen without the people it is tried on: the people are dealt into folds, and each fold is
 * judged at the threshold that the rule chooses from comparisons among all the others.
 *
 * <p>Tried are comparisons of which no person had a part in the choice. There are as many folds as leave two people in
 * each, at most ten. A single person with several photos, the owner of a lock, stays in every choice, and only the
 * others are dealt: FNMR is then not known out of sample. Rates without comparisons are unknown.
 *
 * @param thresholds one a fold
 * @param falseMatch FMR over all folds, each at its own threshold, on people left out
 * @param falseNonMatch FNMR likewise
 */
public record ThresholdFolds(List<Double> thresholds, Rate falseMatch, Rate falseNonMatch) {

    private static final int MOST_FOLDS = 10;

    public ThresholdFolds {
        thresholds = List.copyOf(thresholds);
    }

    /**
     * Deals and chooses; equal seeds, rules and people give equal folds.
     *
     * @throws IllegalArgumentException if there are too few people to leave any out
     */
    public static ThresholdFolds of(PairScores pairs, ThresholdRule rule, long seed) {
        int[] fold = deal(pairs, new Random(seed));
        int folds = Arrays.stream(fold).max().orElse(-1) + 1;
        List<Double> thresholds = new ArrayList<>();
        long[] counts = new long[4];
        for (int left = 0; left < folds; left++) {
            int out = left;
            VerificationScores known = pairs.scores((one, other) -> fold[one] != out && fold[other] != out);
            if (known.mated().length == 0 || known.nonMated().length == 0) {
                continue;
            }
            double threshold = rule.choose(known);
            thresholds.add(threshold);
            OperatingPoint tried = pairs.scores((one, other) -> (fold[one] == out || fold[other] == out)
                    && (fold[one] == out || fold[one] < 0) && (fold[other] == out || fold[other] < 0)).at(threshold);
            counts[0] += tried.falseMatch().events();
            counts[1] += tried.falseMatch().trials();
            counts[2] += tried.falseNonMatch().events();
            counts[3] += tried.falseNonMatch().trials();
        }
        if (thresholds.isEmpty()) {
            throw new IllegalArgumentException(("people: expected at least three, two of them with several photos, or"
                    + " one with several and two strangers, found %s; add people").formatted(pairs.people().size()));
        }
        return new ThresholdFolds(thresholds, new Rate(counts[0], counts[1]), new Rate(counts[2], counts[3]));
    }

    /** The fold of each person, -1 for one who stays in every choice. */
    private static int[] deal(PairScores pairs, Random random) {
        int people = pairs.people().size();
        boolean[] several = new boolean[people];
        IntStream.range(0, pairs.size()).filter(pair -> pairs.first(pair) == pairs.second(pair))
                .forEach(pair -> several[pairs.first(pair)] = true);
        List<Integer> owners = shuffled(IntStream.range(0, people).filter(person -> several[person]), random);
        List<Integer> others = shuffled(IntStream.range(0, people).filter(person -> !several[person]), random);
        int[] fold = new int[people];
        int folds = people < 4 ? people : Math.min(MOST_FOLDS, people / 2);
        if (owners.size() == 1) {
            fold[owners.get(0)] = -1;
            owners = List.of();
            folds = Math.min(MOST_FOLDS, others.size());
        } else {
            folds = Math.min(folds, Math.max(2, owners.size()));
        }
        int next = 0;
        for (int person : owners) {
            fold[person] = next++ % folds;
        }
        for (int person : others) {
            fold[person] = next++ % folds;
        }
        return fold;
    }

    private static List<Integer> shuffled(IntStream people, Random random) {
        List<Integer> list = new ArrayList<>(people.boxed().toList());
        Collections.shuffle(list, random);
        return list;
    }

    /** The median of the folds' thresholds: the one to take. */
    public double threshold() {
        return new Median().evaluate(thresholds.stream().mapToDouble(value -> value).toArray());
    }

    /** From the lowest to the highest of the folds' thresholds. */
    public GreyZone greyZone() {
        return new GreyZone(Collections.min(thresholds), Collections.max(thresholds));
    }
}
