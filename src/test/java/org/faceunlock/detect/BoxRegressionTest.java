package org.faceunlock.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.faceunlock.geometry.BoxEnd;
import org.faceunlock.image.PixelRegion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoxRegressionTest {

    @Test
    void edgesMoveBySharesOfTheSides() {
        Candidates box = candidate(new float[] {10, 20, 20, 40}, 0.1f, -0.1f, 0.5f, 0.25f);
        assertThat(BoxRegression.apply(box, BoxEnd.EXCLUSIVE).boxes()).containsExactly(11, 18, 25, 45);
    }

    @Test
    void inclusiveSidesAreAPixelLonger() {
        Candidates box = candidate(new float[] {10, 20, 19, 39}, 0.1f, -0.1f, 0.5f, 0.25f);
        assertThat(BoxRegression.apply(box, BoxEnd.INCLUSIVE).boxes()).containsExactly(11, 18, 24, 44);
    }

    private static Candidates candidate(float[] box, float... regression) {
        return new Candidates(box, new float[] {1}, regression);
    }

    @Test
    void aSquareHasTheLongerSideAndTheSameCentre() {
        Candidates boxes = Candidates.of(new float[] {10, 20, 20, 40, 0, 0, 8, 2}, new float[] {0.9f, 0.8f});
        Candidates squares = BoxRegression.square(boxes);
        assertThat(squares.boxes()).containsExactly(5, 20, 25, 40, 0, -3, 8, 5);
        assertThat(squares.scores()).containsExactly(0.9f, 0.8f);
        assertThat(BoxRegression.square(squares).boxes()).containsExactly(squares.boxes());
    }

    @ParameterizedTest
    @CsvSource({
        "3.7, 2, 5.2, 9.9, 2, 1, 5, 9",       // truncated, from 1, end inclusive
        "-5.5, -0.5, 4, 4, 0, 0, 4, 4",       // clipped at the left and at the top
        "90, 40, 130, 70, 89, 39, 100, 50",   // clipped at the right and at the bottom
        "100, 50, 300, 300, 99, 49, 100, 50", // the last pixel
        "0.2, 0.2, 1.1, 1.1, 0, 0, 1, 1"})    // the first pixel
    void aBoxCoversWholePixelsOfThePhoto(
            float x1, float y1, float x2, float y2, int left, int top, int right, int bottom) {
        Candidates box = Candidates.of(new float[] {x1, y1, x2, y2}, new float[] {1});
        assertThat(box.pixels(0, 100, 50)).contains(new PixelRegion(left, top, right, bottom));
    }

    @Test
    void aBoxOutsideThePhotoIsDroppedAndItsNeighboursStay() {
        float nan = Float.NaN;
        Candidates boxes = Candidates.of(
                new float[] {
                    1, 1, 9, 9,
                    101, 10, 120, 20, -20, 10, 0.5f, 20, 10, 60, 20, 70, 9, 9, 5, 5, nan, nan, nan, nan,
                    2, 2, 8, 8},
                new float[] {7, 6, 5, 4, 3, 2, 1});
        assertThat(boxes.within(100, 50).scores()).containsExactly(7, 1);
    }
}
