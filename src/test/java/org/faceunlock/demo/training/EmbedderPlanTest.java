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
        assertThat(PLAN.round(191).side()).isEqualTo(80);
        assertThat(PLAN.round(192).side()).isEqualTo(160);
        assertThat(PLAN.round(223).hard()).isFalse();
        assertThat(PLAN.round(224).hard()).isTrue();
    }

    @Test
    void theMarginGrowsWhileCropsAreSmall() {
        assertThat(PLAN.at(0).margin()).isZero();
        assertThat(PLAN.at(29).margin()).isEqualTo(0.1, within(0.002));
        assertThat(PLAN.at(58).margin()).isEqualTo(0.2);
        assertThat(PLAN.at(399).margin()).isEqualTo(0.2);
    }

    @Test
    void whatIsKnownOfPeopleHelpsUntilPairsGetHard() {
        assertThat(PLAN.at(0).traitsWeight()).isEqualTo(PLAN.at(223).traitsWeight()).isPositive();
        assertThat(PLAN.at(224).traitsWeight()).isZero();
    }

    @Test
    void peopleAreToldFromAllOthersOncePairsAreHard() {
        assertThat(PLAN.at(223).centresWeight()).isZero();
        assertThat(PLAN.at(224).centresWeight()).isPositive();
        assertThat(FURTHER.at(0).centresWeight()).isPositive();
    }

    @Test
    void theRateFallsInEveryRound() {
        assertThat(PLAN.at(18).rate()).isEqualTo(1e-3);
        assertThat(PLAN.at(191).rate()).isLessThan(1e-6);
        assertThat(PLAN.at(194).rate()).isEqualTo(5e-4);
        assertThat(PLAN.at(223).rate()).isLessThan(1e-6);
        assertThat(PLAN.at(240).rate()).isEqualTo(5e-4);
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
