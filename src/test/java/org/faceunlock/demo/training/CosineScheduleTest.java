package org.faceunlock.demo.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CosineScheduleTest {

    private final CosineSchedule schedule = new CosineSchedule(0.1, 10, 110);

    @Test
    void risesInEqualStepsToThePeak() {
        assertThat(schedule.at(0)).isEqualTo(0.01, within(1e-12));
        assertThat(schedule.at(4)).isEqualTo(0.05, within(1e-12));
        assertThat(schedule.at(9)).isEqualTo(0.1, within(1e-12));
    }

    @Test
    void fallsAfterThePeakAndPassesItsHalfInTheMiddle() {
        for (int step = 10; step < 110; step++) {
            assertThat(schedule.at(step)).isPositive().isLessThan(schedule.at(step - 1));
        }
        assertThat((schedule.at(59) + schedule.at(60)) / 2).isEqualTo(0.05, within(1e-12));
    }

    @Test
    void hasNoRateBeyondItsSteps() {
        assertThatIllegalArgumentException().isThrownBy(() -> schedule.at(110))
                .withMessageContaining("0 to 109, found 110");
    }

    @Test
    void cannotRiseLongerThanItLasts() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CosineSchedule(0.1, 11, 10))
                .withMessageContaining("0.1, 11, 10");
    }
}
