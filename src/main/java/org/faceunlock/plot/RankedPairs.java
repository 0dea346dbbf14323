package org.faceunlock.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.faceunlock.compare.SimilarityMatrix;

/**
 * The pairs of faces of a matrix in the order in which a threshold takes them in: those of one person from the least
 * similar, those of two people from the most similar. NaN counts as the least of all. Immutable.
 *
 * @param mated pairs of one person, by rising similarity
 * @param nonMated pairs of two people, by falling similarity
 */
record RankedPairs(List<Pair> mated, List<Pair> nonMated) {

    /** Two faces, the one of the higher number first; NaN has become negative infinity. */
    record Pair(int row, int column, double similarity) {
    }

    /** @param people whose each face is, as many as the matrix has rows */
    static RankedPairs of(SimilarityMatrix similarities, List<String> people) {
        List<Pair> mated = new ArrayList<>();
        List<Pair> nonMated = new ArrayList<>();
        for (int row = 0; row < similarities.size(); row++) {
            for (int column = 0; column < row; column++) {
                double value = similarities.get(row, column);
                Pair pair = new Pair(row, column, Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value);
                (people.get(row).equals(people.get(column)) ? mated : nonMated).add(pair);
            }
        }
        mated.sort(Comparator.comparingDouble(Pair::similarity));
        nonMated.sort(Comparator.comparingDouble(Pair::similarity).reversed());
        return new RankedPairs(mated, nonMated);
    }

    /** Pairs of two people that are accepted, the most similar first. */
    List<Pair> falseMatches(double threshold) {
        return nonMated.subList(0, first(nonMated, threshold, false));
    }

    /** Pairs of one person that are not accepted, the least similar first. */
    List<Pair> falseNonMatches(double threshold) {
        return mated.subList(0, first(mated, threshold, true));
    }

    /** Pairs of one person that are accepted. */
    List<Pair> matches(double threshold) {
        return mated.subList(first(mated, threshold, true), mated.size());
    }

    /** How many pairs stand before the first one that is (or is no longer) accepted. */
    private static int first(List<Pair> pairs, double threshold, boolean accepted) {
        int from = 0;
        int to = pairs.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (pairs.get(middle).similarity() >= threshold == accepted) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }
}
