package org.faceunlock.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.faceunlock.embed.Embeddings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityBootstrapTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void weightsOfOneGiveTheErrorsOfTheScores(long seed) {
        PairScores pairs = PairScores.of(Planted.people(Planted.seeded(seed), 8, 4, 1.5));
        int[] weights = new int[8];
        Arrays.fill(weights, 1);
        WeightedCurve curve = new WeightedCurve(pairs, pairs.falling(), weights);
        assertThat(curve.equalErrorRate()).isCloseTo(pairs.scores().equalErrorRate().value(), within(1e-12));
        for (double target : new double[] {0, 0.01, 0.1, 0.5}) {
            assertThat(curve.falseNonMatchRateAt(target))
                    .isCloseTo(pairs.scores().atFalseMatchRate(target).falseNonMatch().value(), within(1e-12));
        }
    }

    @Test
    void weightOfTwoIsThePersonTwiceWithoutPairsOfTheCopies() {
        Embeddings faces = Planted.people(Planted.seeded(5), 4, 3, 1.5);
        PairScores pairs = PairScores.of(faces);
        int[] weights = {2, 0, 1, 1};
        double[] mated = new double[0];
        double[] nonMated = new double[0];
        for (int pair = 0; pair < pairs.size(); pair++) {
            boolean same = pairs.first(pair) == pairs.second(pair);
            int times = same ? weights[pairs.first(pair)] : weights[pairs.first(pair)] * weights[pairs.second(pair)];
            for (int time = 0; time < times; time++) {
                if (same) {
                    mated = with(mated, pairs.similarity(pair));
                } else {
                    nonMated = with(nonMated, pairs.similarity(pair));
                }
            }
        }
        assertThat(new WeightedCurve(pairs, pairs.falling(), weights).equalErrorRate())
                .isCloseTo(VerificationScores.of(mated, nonMated).equalErrorRate().value(), within(1e-12));
    }

    @Test
    void intervalIsWiderThanThatOfAsManyIndependentComparisons() {
        PairScores pairs = PairScores.of(Planted.people(Planted.seeded(6), 30, 5, 1.6));
        double rate = pairs.scores().equalErrorRate().value();
        Interval drawn = IdentityBootstrap.of(pairs, 200, 1).equalErrorRate(0.95);
        long comparisons = pairs.scores().nonMated().length;
        Interval independent = new Rate(Math.round(rate * comparisons), comparisons).interval(0.95);
        assertThat(drawn.contains(rate)).isTrue();
        assertThat(drawn.upper() - drawn.lower()).isGreaterThan(independent.upper() - independent.lower());
    }

    @Test
    void intervalMostlyContainsTheRateOfManyMorePeople() {
        double truth = PairScores.of(Planted.people(Planted.seeded(7), 300, 5, 1.6)).scores().equalErrorRate().value();
        int hits = 0;
        for (int set = 0; set < 50; set++) {
            PairScores pairs = PairScores.of(Planted.people(Planted.seeded(100 + set), 25, 5, 1.6));
            hits += IdentityBootstrap.of(pairs, 100, set).equalErrorRate(0.95).contains(truth) ? 1 : 0;
        }
        System.out.println(hits + " of 50 intervals contain " + truth);
        assertThat(hits).isGreaterThanOrEqualTo(43);
    }

    @Test
    void equalSeedsGiveEqualIntervals() {
        PairScores pairs = PairScores.of(Planted.people(Planted.seeded(8), 10, 3, 1.6));
        assertThat(IdentityBootstrap.of(pairs, 50, 9).falseNonMatchRateAt(0.01, 0.9))
                .isEqualTo(IdentityBootstrap.of(pairs, 50, 9).falseNonMatchRateAt(0.01, 0.9));
    }

    @Test
    void strangersOfWhomThereIsOnePhotoTakePart() {
        Embeddings faces = Embeddings.of(List.of(Planted.face("a", 1, 1, 0), Planted.face("a", 2, 1, 0.1f),
                Planted.face("b", 1, 0, 1)));
        assertThat(IdentityBootstrap.of(PairScores.of(faces), 10, 1).falseMatchRate(0.5, 0.95).upper()).isZero();
    }

    @Test
    void pairsOfOneKindAloneAreRefused() {
        Embeddings faces = Embeddings.of(List.of(Planted.face("a", 1, 1), Planted.face("b", 1, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> IdentityBootstrap.of(PairScores.of(faces), 10, 1))
                .withMessageContaining("two faces of one");
    }

    @Test
    void errorsAtAThresholdAreThoseOfTheScoresWhenNobodyIsDrawnTwice() {
        PairScores pairs = PairScores.of(Planted.people(Planted.seeded(9), 8, 4, 1.5));
        int[] once = new int[8];
        Arrays.fill(once, 1);
        WeightedCurve curve = new WeightedCurve(pairs, pairs.falling(), once);
        assertThat(curve.falseMatchRate(0.3)).isEqualTo(pairs.scores().falseMatchRate(0.3).value());
        assertThat(curve.falseNonMatchRate(0.3)).isEqualTo(pairs.scores().falseNonMatchRate(0.3).value(),
                within(1e-12));
    }

    private static double[] with(double[] values, double value) {
        double[] more = Arrays.copyOf(values, values.length + 1);
        more[values.length] = value;
        return more;
    }

    @Test
    void systemIsNotAboveItself() {
        PairScores pairs = PairScores.of(Planted.people(Planted.seeded(31), 12, 4, 1.2));
        Interval above = IdentityBootstrap.of(pairs, 50, 3).equalErrorAbove(IdentityBootstrap.of(pairs, 50, 3), 0.95);
        assertThat(above).isEqualTo(new Interval(0, 0, 0.95));
    }

    @Test
    void noisierSystemIsAboveTheOther() {
        PairScores good = PairScores.of(Planted.people(Planted.seeded(32), 12, 4, 0.5));
        PairScores bad = PairScores.of(Planted.people(Planted.seeded(33), 12, 4, 2.5));
        assertThat(IdentityBootstrap.of(bad, 50, 3).equalErrorAbove(IdentityBootstrap.of(good, 50, 3), 0.95).lower())
                .isPositive();
    }

    @Test
    void systemsOfOtherPeopleAreNotCompared() {
        IdentityBootstrap twelve = IdentityBootstrap.of(PairScores.of(Planted.people(Planted.seeded(34), 12, 4, 1)), 9,
                3);
        IdentityBootstrap five = IdentityBootstrap.of(PairScores.of(Planted.people(Planted.seeded(35), 5, 4, 1)), 9, 3);
        assertThatIllegalArgumentException().isThrownBy(() -> twelve.equalErrorAbove(five, 0.95))
                .withMessageContaining("same people");
    }
}
