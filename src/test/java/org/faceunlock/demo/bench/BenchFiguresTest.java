package org.faceunlock.demo.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntUnaryOperator;
import org.faceunlock.cli.TextColumns;
import org.faceunlock.evaluate.Rate;
import org.junit.jupiter.api.Test;

/** What the bench commands make of their measurements. */
class BenchFiguresTest {

    @Test
    void medianIsTheMiddleRoundOrBetweenTheTwo() {
        assertThat(BenchTimes.of(3, 1, 2).median()).isEqualTo(2);
        assertThat(BenchTimes.of(4, 1, 3, 2).median()).isEqualTo(2.5);
    }

    @Test
    void spreadIsFromTheLowestToTheHighestInMedians() {
        assertThat(BenchTimes.of(1, 2, 4).spread()).isEqualTo(1.5);
        assertThat(BenchTimes.of(1, 2, 4).cells("load", 10))
                .containsExactly("load", "2000.0", "1000.0", "4000.0", "150 %", "5.0");
    }

    @Test
    void timesOfNothingAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(BenchTimes::of);
    }

    @Test
    void memoryThatSettlesIsFlat() {
        BenchMemory memory = memory(rounds -> 300_000 + Math.min(rounds, 200) * 500);
        assertThat(memory.slope()).isCloseTo(0, within(1e-9));
        assertThat(memory.isFlat()).isTrue();
        assertThat(memory.verdict()).startsWith("flat");
    }

    @Test
    void memoryThatLosesASmallPhotoARoundIsNotFlat() {
        BenchMemory memory = memory(rounds -> 300_000 + 60 * rounds + rounds % 300);
        assertThat(memory.slope()).isCloseTo(60, within(5.0));
        assertThat(memory.growth()).isGreaterThan(40_000);
        assertThat(memory.isFlat()).isFalse();
        assertThat(memory.verdict()).startsWith("NOT FLAT");
    }

    @Test
    void tooFewRoundsAreNotCalledFlat() {
        BenchMemory memory = new BenchMemory();
        memory.add(new BenchMemory.Sample(0, 1000, 0));
        memory.add(new BenchMemory.Sample(100, 1000, 0));
        assertThat(memory.isFlat()).isFalse();
        assertThat(memory.verdict()).startsWith("too few rounds");
    }

    @Test
    void figureAtItsGoalPassesAndUnknownFails() {
        BenchGoals goals = new BenchGoals();
        goals.atLeast("recall", new Rate(99, 100), 0.99);
        goals.atMost("error", 0.04, 0.04);
        assertThat(goals.allReached()).isTrue();
        goals.atLeast("of nothing", new Rate(0, 0), 0.99);
        assertThat(goals.allReached()).isFalse();
        assertThat(TextColumns.of(goals.rows()).lines()).hasSize(4).last().asString().contains("unknown")
                .endsWith("FAIL");
    }

    private static BenchMemory memory(IntUnaryOperator kilobytes) {
        BenchMemory memory = new BenchMemory();
        for (int rounds = 0; rounds <= 1000; rounds += 100) {
            int room = 50_000 * (rounds / 100 % 3); // the heap's, which must not show
            memory.add(new BenchMemory.Sample(rounds, kilobytes.applyAsInt(rounds) + room, room));
        }
        return memory;
    }
}
