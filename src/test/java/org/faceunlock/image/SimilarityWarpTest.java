package org.faceunlock.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.IntFunction;
import org.faceunlock.geometry.SimilarityTransform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimilarityWarpTest {

    private static final long SEED = 7_15;
    private static final int SIZE = 24;
    private static final RgbImage NOISE = noise(3 * SIZE);

    @Test
    void identityGivesThePixelsBack() {
        assertThat(warp(noise(SIZE), 1, 0, 0, 0)).isEqualTo(noise(SIZE));
    }

    @Test
    void shiftByWholePixelsGivesThePixelsThere() {
        RgbImage shifted = warp(NOISE, 1, 0, 11, 5);
        assertThat(shifted).isEqualTo(painted(SIZE, pixel -> NOISE.value(pixel % SIZE + 11, pixel / SIZE + 5, 1)));
    }

    @Test
    void quarterTurnGivesThePixelsBackTurned() {
        RgbImage turned = warp(noise(SIZE), 0, 1, SIZE, 0);
        assertThat(turned).isEqualTo(painted(SIZE, pixel -> noise(SIZE).value(SIZE - 1 - pixel / SIZE, pixel % SIZE,
                0)));
    }

    @Test
    void quarterTurnOfRoundedCosinesGivesThePixelsBackTurned() {
        assertThat(warp(noise(SIZE), Math.cos(Math.PI / 2), Math.sin(Math.PI / 2), SIZE, 0))
                .isEqualTo(warp(noise(SIZE), 0, 1, SIZE, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void shrinkingByAWholeNumberIsTheMeanOfEachBlock(int factor) {
        RgbImage expected = painted(SIZE, pixel -> {
            double sum = 0;
            for (int i = 0; i < factor * factor; i++) {
                sum += NOISE.value(pixel % SIZE * factor + i % factor, pixel / SIZE * factor + i / factor, 2);
            }
            return (int) Math.round(sum / (factor * factor));
        });
        assertThat(warp(NOISE, factor, 0, 0, 0)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2.6, 0, 0, 0", "1.7, 1.7, 36, -5", "-1.9, 1.4, 88, 50"})
    void shrinkingKeepsTheMeanOfFineStripes(double a, double b, double dx, double dy) {
        RgbImage stripes = painted(4 * SIZE, pixel -> pixel % 2 == 0 ? 0 : 200);
        RgbImage shrunk = warp(stripes, a, b, dx, dy);
        for (int y = SIZE / 3; y < 2 * SIZE / 3; y++) {
            for (int x = SIZE / 3; x < 2 * SIZE / 3; x++) {
                assertThat(shrunk.value(x, y, 0)).as("pixel %d, %d", x, y).isBetween(70, 130);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0, 0", "1.5, 0, 20, 20", "0, 2, 60, 10", "0.8, 0.6, 30, 20", "-2.1, 0.7, 75, 65",
            "0.3, -0.2, 9, 31"})
    void turnScaleAndShiftOfThePhotoAreUndone(double a, double b, double dx, double dy) {
        SimilarityTransform toPhoto = new SimilarityTransform(a, b, dx, dy);
        double squared = a * a + b * b;
        RgbImage photo = painted(4 * SIZE, pixel -> { // the slope as seen through the transform
            double x = pixel % (4 * SIZE) + 0.5 - dx;
            double y = pixel / (4 * SIZE) + 0.5 - dy;
            return slope((a * x + b * y) / squared, (a * y - b * x) / squared);
        });
        RgbImage expected = painted(SIZE, pixel -> slope(pixel % SIZE + 0.5, pixel / SIZE + 0.5));
        Difference difference = Difference.between(SimilarityWarp.square(photo, toPhoto, SIZE), expected);
        assertThat(difference.largest()).as(difference.toString()).isLessThanOrEqualTo(1);
    }

    @Test
    void beyondThePhotoThereIsBlack() {
        RgbImage white = painted(SIZE, pixel -> 255);
        RgbImage half = warp(white, 1, 0, SIZE / 2.0, 0);
        assertThat(half).isEqualTo(painted(SIZE, pixel -> pixel % SIZE < SIZE / 2 ? 255 : 0));
    }

    @Test
    void endlessScaleIsDrawnAtOnce() {
        assertThat(warp(NOISE, 1e9, 0, -1e9, -1e9)).isEqualTo(painted(SIZE, pixel -> 0));
    }

    private static RgbImage warp(RgbImage photo, double a, double b, double dx, double dy) {
        return SimilarityWarp.square(photo, new SimilarityTransform(a, b, dx, dy), SIZE);
    }

    private static int slope(double x, double y) {
        return (int) Math.round(Math.min(Math.max(40 + 5 * x + 2 * y, 0), 255));
    }

    private static RgbImage noise(int size) {
        Random random = new Random(SEED);
        return painted(size, pixel -> random.nextInt(256));
    }

    private static RgbImage painted(int size, IntFunction<Integer> grey) {
        byte[] values = new byte[size * size * RgbImage.CHANNELS];
        for (int pixel = 0; pixel < size * size; pixel++) {
            byte value = grey.apply(pixel).byteValue();
            for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
                values[pixel * RgbImage.CHANNELS + channel] = value;
            }
        }
        return RgbImage.of(size, size, values);
    }
}
