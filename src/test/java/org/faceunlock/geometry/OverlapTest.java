package org.faceunlock.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OverlapTest {

    private static final Box UNIT = new Box(0, 0, 1, 1);
    private static final Box SHIFTED_BY_HALF = new Box(0.5, 0, 1.5, 1);
    private static final Box FOUR = new Box(0, 0, 4, 4);

    @ParameterizedTest
    @EnumSource(Overlap.class)
    void aBoxOverlapsItselfEntirely(Overlap overlap) {
        assertThat(overlap.of(UNIT, UNIT, BoxEnd.EXCLUSIVE)).isEqualTo(1);
        assertThat(overlap.of(UNIT, UNIT, BoxEnd.INCLUSIVE)).isEqualTo(1);
    }

    @Test
    void iouIsTheSharedAreaOverTheCoveredArea() {
        assertThat(Overlap.IOU.of(UNIT, SHIFTED_BY_HALF, BoxEnd.EXCLUSIVE)).isCloseTo(0.5 / 1.5, within(1e-7));
        assertThat(Overlap.IOU.of(UNIT, FOUR, BoxEnd.EXCLUSIVE)).isEqualTo(1.0 / 16);
    }

    @Test
    void iomIsTheSharedAreaOverTheSmallerArea() {
        assertThat(Overlap.IOM.of(UNIT, SHIFTED_BY_HALF, BoxEnd.EXCLUSIVE)).isEqualTo(0.5);
        assertThat(Overlap.IOM.of(UNIT, FOUR, BoxEnd.EXCLUSIVE)).isEqualTo(1);
    }

    @Test
    void anInclusiveEndAddsAPixelToEveryLength() {
        // two by two and five by five pixels, the smaller inside the larger
        assertThat(Overlap.IOU.of(UNIT, FOUR, BoxEnd.INCLUSIVE)).isCloseTo(4.0 / 25, within(1e-7));
    }

    @Test
    void boxesThatTouchShareAPixelOnlyWithInclusiveEnds() {
        Box right = new Box(1, 0, 2, 1);
        assertThat(Overlap.IOU.of(UNIT, right, BoxEnd.EXCLUSIVE)).isZero();
        assertThat(Overlap.IOU.of(UNIT, right, BoxEnd.INCLUSIVE)).isCloseTo(2.0 / 6, within(1e-7));
    }

    @ParameterizedTest
    @EnumSource(Overlap.class)
    void boxesApartInBothDirectionsDoNotOverlap(Overlap overlap) {
        assertThat(overlap.of(UNIT, new Box(5, 5, 6, 6), BoxEnd.EXCLUSIVE)).isZero();
        assertThat(overlap.of(UNIT, new Box(5, 5, 6, 6), BoxEnd.INCLUSIVE)).isZero();
    }

    @ParameterizedTest
    @EnumSource(Overlap.class)
    void overlapIsSymmetric(Overlap overlap) {
        assertThat(overlap.of(SHIFTED_BY_HALF, FOUR, BoxEnd.INCLUSIVE))
                .isEqualTo(overlap.of(FOUR, SHIFTED_BY_HALF, BoxEnd.INCLUSIVE));
    }

    @Test
    void boxesWithoutAreaHaveNoOverlapToSpeakOf() {
        Box point = new Box(1, 1, 1, 1);
        assertThat(Overlap.IOU.of(point, point, BoxEnd.EXCLUSIVE)).isNaN();
    }
}
