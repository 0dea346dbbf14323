package org.faceunlock.demo.training;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Deals the pairs of a batch: families in an order of chance, the people of each one after the other, so that those who
 * are alike meet. In a hard round every other pair, where possible, is of one crop with a hat and one without. For one
 * thread.
 */
final class PairSampler {

    private final CropSource crops;
    private final EmbedderPlan plan;
    private final EpochOrder families;

    PairSampler(CropSource crops, EmbedderPlan plan) {
        this.crops = crops;
        this.plan = plan;
        this.families = new EpochOrder((crops.people() + crops.family() - 1) / crops.family(), plan.seed());
    }

    /** The pairs of one step; they depend on nothing dealt before. */
    List<DealtPair> deal(int step) {
        boolean hard = plan.round(step).hard();
        SplittableRandom random = new SplittableRandom(plan.seed() * 31 + step);
        return IntStream.range(0, plan.pairs())
                .mapToObj(pair -> pair(person((long) step * plan.pairs() + pair), hard, random)).toList();
    }

    private int person(long turn) {
        int size = crops.family();
        return Math.min(families.at(turn / size) * size + (int) (turn % size), crops.people() - 1);
    }

    private DealtPair pair(int person, boolean hard, SplittableRandom random) {
        int photos = crops.photos(person);
        int first = random.nextInt(photos);
        int[] unlike = hard && random.nextBoolean() ? unlike(person, first) : new int[0];
        if (unlike.length > 0) {
            return new DealtPair(person, first, unlike[random.nextInt(unlike.length)]);
        }
        int second = photos == 1 ? first : (first + 1 + random.nextInt(photos - 1)) % photos;
        return new DealtPair(person, first, second);
    }

    private int[] unlike(int person, int photo) {
        boolean hat = crops.hat(person, photo);
        return IntStream.range(0, crops.photos(person)).filter(other -> crops.hat(person, other) != hat).toArray();
    }
}
