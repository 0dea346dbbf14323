package org.faceunlock.demo.people;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * A {@code pairs.txt} as Labeled Faces in the Wild has it, for rendered people: ten folds of different people, in each
 * as many pairs of one person as of two, {@value #MOST_PAIRS} of each kind where there are as many.
 */
public final class LfwPairsText {

    private static final int FOLDS = 10;
    private static final int MOST_PAIRS = 300;

    private LfwPairsText() {
    }

    /**
     * Draws the pairs; equal seeds give equal texts.
     *
     * @param people how many, at least 20
     * @param photos of each, at least 2, numbered from 1
     * @param name of a person, from 0
     */
    public static String of(int people, int photos, IntFunction<String> name, long seed) {
        if (people < 2 * FOLDS || photos < 2) {
            throw new IllegalArgumentException(
                    "pairs: expected at least %s people and 2 photos of each, found %s and %s"
                            .formatted(2 * FOLDS, people, photos));
        }
        Random random = new Random(seed);
        List<List<String>> mated = new ArrayList<>();
        List<List<String>> nonMated = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            List<String> own = new ArrayList<>();
            List<String> others = new ArrayList<>();
            for (int one = fold; one < people; one += FOLDS) {
                for (int a = 1; a <= photos; a++) {
                    for (int b = a + 1; b <= photos; b++) {
                        own.add("%s\t%s\t%s".formatted(name.apply(one), a, b));
                    }
                    for (int other = fold; other < one; other += FOLDS) {
                        others.add("%s\t%s\t%s\t%s".formatted(
                                name.apply(one), a, name.apply(other), 1 + random.nextInt(photos)));
                    }
                }
            }
            Collections.shuffle(own, random);
            Collections.shuffle(others, random);
            mated.add(own);
            nonMated.add(others);
        }
        int pairs = MOST_PAIRS;
        for (int fold = 0; fold < FOLDS; fold++) {
            pairs = Math.min(pairs, Math.min(mated.get(fold).size(), nonMated.get(fold).size()));
        }
        StringBuilder text = new StringBuilder(FOLDS + "\t" + pairs + "\n");
        for (int fold = 0; fold < FOLDS; fold++) {
            mated.get(fold).subList(0, pairs).forEach(line -> text.append(line).append('\n'));
            nonMated.get(fold).subList(0, pairs).forEach(line -> text.append(line).append('\n'));
        }
        return text.toString();
    }
}
