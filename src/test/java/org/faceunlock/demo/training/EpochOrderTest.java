package org.faceunlock.demo.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EpochOrderTest {

    @Test
    void eachRoundDealsEveryItemOnce() {
        EpochOrder order = new EpochOrder(50, 4);
        assertThat(round(order, 0)).doesNotHaveDuplicates().hasSize(50);
        assertThat(round(order, 1)).doesNotHaveDuplicates().isNotEqualTo(round(order, 0));
    }

    @Test
    void aPlaceDealsTheSameItemWhateverWasAskedBefore() {
        int[] inOrder = round(new EpochOrder(50, 4), 3);
        EpochOrder other = new EpochOrder(50, 4);
        assertThat(other.at(199)).isEqualTo(inOrder[49]);
        assertThat(other.at(7)).isEqualTo(round(new EpochOrder(50, 4), 0)[7]);
        assertThat(other.at(150)).isEqualTo(inOrder[0]);
    }

    /** Two orders that know nothing of each other keep one item in its place on the average. */
    @Test
    void anOrderTellsNothingOfTheNext() {
        EpochOrder order = new EpochOrder(50, 4);
        for (int shift = -2; shift <= 2; shift++) {
            int kept = 0;
            for (int round = 0; round < 20; round++) {
                int[] now = round(order, round);
                int[] next = round(order, round + 1);
                for (int i = 2; i < 48; i++) {
                    kept += now[i] == next[i + shift] ? 1 : 0;
                }
            }
            assertThat(kept).as("shift " + shift).isLessThan(50);
        }
    }

    private static int[] round(EpochOrder order, int round) {
        return LongStream.range(50L * round, 50L * round + 50).mapToInt(order::at).toArray();
    }
}
