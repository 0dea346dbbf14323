package org.faceunlock.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.faceunlock.image.RgbImage;
import org.faceunlock.network.FloatTensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntegralImageTest {

    @ParameterizedTest
    @CsvSource({"37, 23, 11, 7", "40, 20, 20, 10", "13, 50, 13, 50", "9, 5, 24, 24", "1, 60, 1, 12", "60, 1, 48, 48"})
    void averagesAsAdaptivePoolingDoes(int width, int height, int columns, int rows) {
        RgbImage photo = Photos.noise(width, height, 3);
        FloatTensor means = IntegralImage.of(photo).average(Cells.of(0, width, columns), Cells.of(0, height, rows));
        assertThat(means.shape()).containsExactly(1, 3, rows, columns);
        int next = 0;
        for (int channel = 0; channel < 3; channel++) {
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    assertThat(means.get(next++)).as("channel %d, row %d, column %d", channel, row, column)
                            .isCloseTo(naive(photo, channel, row, column, rows, columns), within(1e-7f));
                }
            }
        }
    }

    /** The definition, pixel by pixel: from floor(i n / m) to ceil((i + 1) n / m). */
    private static float naive(RgbImage photo, int channel, int row, int column, int rows, int columns) {
        int top = Math.floorDiv(row * photo.height(), rows);
        int bottom = -Math.floorDiv(-(row + 1) * photo.height(), rows);
        int left = Math.floorDiv(column * photo.width(), columns);
        int right = -Math.floorDiv(-(column + 1) * photo.width(), columns);
        double sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                sum += photo.value(x, y, channel);
            }
        }
        return (float) ((sum / ((bottom - top) * (right - left)) - 127.5) * 0.0078125);
    }

    @Test
    void aPartOfThePhotoIsAveragedAlone() {
        byte[] values = new byte[8 * 8 * 3];
        for (int y = 2; y < 4; y++) {
            for (int x = 5; x < 7; x++) {
                values[(y * 8 + x) * 3 + 1] = (byte) 255;
            }
        }
        IntegralImage photo = IntegralImage.of(RgbImage.of(8, 8, values));
        assertThat(photo.average(Cells.of(5, 2, 1), Cells.of(2, 2, 1)).toArray())
                .containsExactly(-0.99609375f, 0.99609375f, -0.99609375f);
    }

    @Test
    void sumsBeyond32BitsStayExact() {
        RgbImage white = Photos.white(6000, 4000); // 24 megapixels: the sum of all is 6.1e9
        FloatTensor means = IntegralImage.of(white).average(Cells.of(0, 6000, 12), Cells.of(0, 4000, 12));
        assertThat(means.toArray()).containsOnly(0.99609375f);
    }

    @Test
    void aCellTooLargeForItsSumIsRefused() {
        IntegralImage photo = IntegralImage.of(Photos.black(3000, 3000));
        assertThatThrownBy(() -> photo.average(Cells.of(0, 3000, 1), Cells.of(0, 3000, 1)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("9000000");
    }
}
