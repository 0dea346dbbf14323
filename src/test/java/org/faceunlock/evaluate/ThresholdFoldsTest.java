package org.faceunlock.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.faceunlock.embed.Embeddings;
import org.junit.jupiter.api.Test;

class ThresholdFoldsTest {

    private static final ThresholdRule ONE_PERCENT = ThresholdRule.targetFmr(0.01);

    @Test
    void noFoldsThresholdKnowsThePeopleItIsTriedOn() {
        PairScores pairs = PairScores.of(Planted.people(Planted.seeded(1), 4, 3, 1));
        ThresholdFolds folds = ThresholdFolds.of(pairs, ONE_PERCENT, 1);
        assertThat(folds.thresholds()).hasSize(2);
        assertThat(folds.falseMatch().trials()).isEqualTo(2 * 9); // of the six pairs of people, the two within folds
        assertThat(folds.falseNonMatch().trials()).isEqualTo(4 * 3);
        List<Double> possible = new ArrayList<>();
        for (int one = 0; one < 4; one++) {
            for (int other = 0; other < one; other++) {
                int a = one;
                int b = other;
                possible.add(ONE_PERCENT.choose(pairs.scores((x, y) -> (x == a || x == b) && (y == a || y == b))));
            }
        }
        assertThat(possible).containsAll(folds.thresholds());
    }

    @Test
    void ownerOfALockStaysInEveryChoice() {
        Embeddings owner = Planted.people(Planted.seeded(2), 1, 4, 1);
        Embeddings strangers = Planted.people(Planted.seeded(3), 12, 1, 1);
        PairScores pairs = EvaluationFaces.of(owner, strangers)
                .compare(ComparisonProtocol.PHOTO_TO_TEMPLATE, Fusion.MEAN);
        ThresholdFolds folds = ThresholdFolds.of(pairs, ONE_PERCENT, 1);
        assertThat(folds.thresholds()).hasSize(10);
        assertThat(folds.falseMatch().trials()).isEqualTo(12);
        assertThat(folds.falseNonMatch().trials()).isZero();
    }

    @Test
    void twoPeopleAreTooFewToLeaveAnyOut() {
        PairScores pairs = PairScores.of(Planted.people(Planted.seeded(4), 2, 3, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> ThresholdFolds.of(pairs, ONE_PERCENT, 1))
                .withMessageContaining("add people");
    }

    @Test
    void equalSeedsGiveEqualFolds() {
        PairScores pairs = PairScores.of(Planted.people(Planted.seeded(5), 9, 3, 1));
        assertThat(ThresholdFolds.of(pairs, ONE_PERCENT, 3)).isEqualTo(ThresholdFolds.of(pairs, ONE_PERCENT, 3));
    }

    /** Twenty times 40 people to choose by and 40 others; in-sample, one believes the interval of the choice itself. */
    @Test
    void errorsOfPeopleLeftOutHoldForNewPeopleMoreOftenThanThoseOfTheChoice() {
        int outOfSample = 0;
        int inSample = 0;
        for (int repeat = 0; repeat < 20; repeat++) {
            PairScores known = PairScores.of(Planted.people(Planted.seeded(100 + repeat), 40, 4, 1.4));
            PairScores fresh = PairScores.of(Planted.people(Planted.seeded(200 + repeat), 40, 4, 1.4));
            double threshold = ThresholdFolds.of(known, ONE_PERCENT, repeat).threshold();
            outOfSample += IdentityBootstrap.of(fresh, 200, repeat).falseMatchRate(threshold,
                    0.95).contains(0.01) ? 1 : 0;
            double chosen = ONE_PERCENT.choose(known.scores());
            inSample += known.scores().falseMatchRate(chosen).interval(0.95)
                    .contains(fresh.scores().falseMatchRate(chosen).value()) ? 1 : 0;
        }
        System.out.println("of 20: out of sample " + outOfSample + ", in sample " + inSample);
        assertThat(outOfSample).isGreaterThanOrEqualTo(18);
        assertThat(inSample).isLessThan(outOfSample);
    }
}
