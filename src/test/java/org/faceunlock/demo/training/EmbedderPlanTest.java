package org.faceunlock.demo.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbedderPlanTest {

    private static final EmbedderPlan PLAN = new EmbedderPlan(0.1875, 400, 64, 1e-3, true, 1);
    private static final EmbedderPlan FURTHER = new EmbedderPlan(0.1875, 400, 64, 1e-3, false, 1);

    @Test
    void smallCropsComeFirstThenWholeOnesThenHardPairs() {
        assertThat(PLAN.round(235).side()).isEqualTo(80);
        assertThat(PLAN.round(236).side()).isEqualTo(160);
        assertThat(PLAN.round(275).hard()).isFalse();
        assertThat(PLAN.round(276).hard()).isTrue();
    }

    @Test
    void theMarginGrowsWhileCropsAreSmall() {
        assertThat(PLAN.at(0).margin()).isZero();
        assertThat(PLAN.at(35).margin()).isEqualTo(0.1, within(0.002));
        assertThat(PLAN.at(71).margin()).isEqualTo(0.2);
        assertThat(PLAN.at(399).margin()).isEqualTo(0.2);
    }

    @Test
    void whatIsKnownOfPeopleHelpsUntilPairsGetHard() {
        assertThat(PLAN.at(0).traitsWeight()).isEqualTo(PLAN.at(275).traitsWeight()).isPositive();
        assertThat(PLAN.at(276).traitsWeight()).isZero();
    }

    @Test
    void theRateFallsInEveryRound() {
        assertThat(PLAN.at(22).rate()).isEqualTo(1e-3);
        assertThat(PLAN.at(235).rate()).isLessThan(1e-6);
        assertThat(PLAN.at(239).rate()).isEqualTo(5e-4);
        assertThat(PLAN.at(275).rate()).isLessThan(1e-6);
        assertThat(PLAN.at(287).rate()).isEqualTo(5e-4);
        assertThat(PLAN.at(399).rate()).isLessThan(1e-6);
    }

    @Test
    void whoGoesOnLearnsFromHardPairsOfWholeCropsAlone() {
        assertThat(FURTHER.round(0)).isEqualTo(FURTHER.round(399));
        assertThat(FURTHER.round(0).hard()).isTrue();
        assertThat(FURTHER.at(0).margin()).isEqualTo(0.2);
        assertThat(FURTHER.at(0).traitsWeight()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10})
    void aFewStepsAreAPlanToo(int steps) {
        EmbedderPlan few = new EmbedderPlan(0.1875, steps, 64, 1e-3, true, 1);
        for (int step = 0; step < steps; step++) {
            assertThat(few.at(step).rate()).as("step %d", step).isPositive();
        }
        assertThat(few.round(steps - 1).side()).isEqualTo(160);
    }

    @Test
    void thereIsNoStepBehindTheLast() {
        assertThatIllegalArgumentException().isThrownBy(() -> PLAN.at(400)).withMessageContaining("0 to 399");
    }
}
