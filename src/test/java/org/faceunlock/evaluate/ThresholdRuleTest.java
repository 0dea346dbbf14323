package org.faceunlock.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdRuleTest {

    private static final VerificationScores APART =
            VerificationScores.of(new double[] {0.8, 0.6}, new double[] {0.4, 0.1});

    @Test
    void thresholdLiesInTheMiddleOfTheGap() {
        assertThat(ThresholdRule.targetFmr(0.001).choose(APART)).isEqualTo(0.5, within(1e-15));
        assertThat(ThresholdRule.equalError().choose(APART)).isEqualTo(0.5, within(1e-15));
        assertThat(ThresholdRule.costRatio(10).choose(APART)).isEqualTo(0.5, within(1e-15));
        assertThat(ThresholdRule.targetFmr(0.5).choose(APART)).isEqualTo(0.25, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void noThresholdCostsLess(long seed) {
        VerificationScores scores = random(seed);
        double least = cost(scores, ThresholdRule.costRatio(3).choose(scores));
        assertThat(Arrays.stream(scores.thresholds()).map(threshold -> cost(scores, threshold)).min().orElseThrow())
                .isGreaterThanOrEqualTo(least);
    }

    private static double cost(VerificationScores scores, double threshold) {
        return 3 * scores.falseMatchRate(threshold).value() + scores.falseNonMatchRate(threshold).value();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void thresholdForATargetErrsAsTheLeastStrictOneThatMeetsIt(long seed) {
        VerificationScores scores = random(seed);
        OperatingPoint exact = scores.atFalseMatchRate(0.1);
        OperatingPoint chosen = scores.at(ThresholdRule.targetFmr(0.1).choose(scores));
        assertThat(chosen.falseMatch()).isEqualTo(exact.falseMatch());
        assertThat(chosen.falseNonMatch()).isEqualTo(exact.falseNonMatch());
    }

    @Test
    void strangerMoreLikeThanTheOwnerPutsTheThresholdAboveAll() {
        VerificationScores scores = VerificationScores.of(new double[] {0.5}, new double[] {0.5, 0.2});
        assertThat(ThresholdRule.targetFmr(0.001).choose(scores)).isEqualTo(Math.nextUp(0.5));
    }

    @Test
    void rateBelowOneComparisonIsOutOfReach() {
        assertThat(ThresholdRule.targetFmr(0.001).reachableWith(999)).isFalse();
        assertThat(ThresholdRule.targetFmr(0.001).reachableWith(1000)).isTrue();
    }

    @Test
    void impossibleAimsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ThresholdRule.targetFmr(1))
                .withMessageContaining("0.001");
        assertThatIllegalArgumentException().isThrownBy(() -> ThresholdRule.targetFmr(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> ThresholdRule.costRatio(0));
        assertThatIllegalStateException().isThrownBy(() -> ThresholdRule.equalError()
                .choose(VerificationScores.of(new double[] {1}, new double[0])));
    }

    @Test
    void ruleSaysWhatItIsFor() {
        assertThat(ThresholdRule.targetFmr(0.001).describe()).isEqualTo("FMR at most 0.1 %");
        assertThat(ThresholdRule.costRatio(10).describe()).contains("as bad as 10 false");
    }

    private static VerificationScores random(long seed) {
        Random random = Planted.seeded(seed);
        return VerificationScores.of(Planted.coarse(random, 40, 4, false), Planted.coarse(random, 90, 0, false));
    }
}
