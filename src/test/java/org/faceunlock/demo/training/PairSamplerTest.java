package org.faceunlock.demo.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairSamplerTest {

    private static final int STEPS = 400;
    private static final EmbedderPlan EASY = new EmbedderPlan(0.1875, STEPS, 20, 1e-3, true, 3);
    private static final EmbedderPlan HARD = new EmbedderPlan(0.1875, STEPS, 20, 1e-3, false, 3);

    @Test
    void aPairIsOfTwoCropsOfOnePerson() {
        assertThat(all(EASY)).allSatisfy(pair -> assertThat(pair.first()).isNotEqualTo(pair.second()));
        assertThat(all(HARD)).allSatisfy(pair -> assertThat(pair.first()).isNotEqualTo(pair.second()));
    }

    @Test
    void everyPairOfCropsHasItsTurn() {
        Set<DealtPair> met = Set.copyOf(all(EASY));
        assertThat(met).hasSize(Hatted.PEOPLE * Hatted.PHOTOS * (Hatted.PHOTOS - 1));
    }

    @Test
    void everybodyIsDealtOnceInARound() {
        Set<Integer> met = new PairSampler(new Hatted(), EASY).deal(0).stream().map(DealtPair::person)
                .collect(Collectors.toSet());
        assertThat(met).hasSize(10);
    }

    /** One crop of five has a hat: two fifths of all pairs have one hat, and all those that are chosen for it. */
    @Test
    void hardPairsOftenHaveOneHat() {
        assertThat(shareWithOneHat(EASY)).isCloseTo(0.4, within(0.04));
        assertThat(shareWithOneHat(HARD)).isCloseTo(0.7, within(0.04));
    }

    @Test
    void aPersonWithOneCropIsPairedWithIt() {
        CropSource single = new Hatted() {
            @Override
            public int photos(int person) {
                return 1;
            }
        };
        assertThat(new PairSampler(single, HARD).deal(0)).allMatch(pair -> pair.first() == pair.second());
    }

    private static double shareWithOneHat(EmbedderPlan plan) {
        return all(plan).stream().filter(pair -> pair.first() == 0 ^ pair.second() == 0).count()
                / (double) (STEPS / 2 * plan.pairs());
    }

    /** Of the first half of the steps, all of which are easy in a plan that has easy ones. */
    private static List<DealtPair> all(EmbedderPlan plan) {
        PairSampler dealing = new PairSampler(new Hatted(), plan);
        return IntStream.range(0, STEPS / 2).boxed().flatMap(step -> dealing.deal(step).stream()).toList();
    }

    /** Ten people with five crops each, of which the first has a hat. */
    private static class Hatted implements CropSource {

        static final int PEOPLE = 10;
        static final int PHOTOS = 5;

        @Override
        public int people() {
            return PEOPLE;
        }

        @Override
        public int photos(int person) {
            return PHOTOS;
        }

        @Override
        public boolean hat(int person, int photo) {
            return photo == 0;
        }

        @Override
        public byte[] crop(int person, int photo) {
            throw new UnsupportedOperationException("nobody looks at the crops of " + person);
        }
    }
}
