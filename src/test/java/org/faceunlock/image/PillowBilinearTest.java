package org.faceunlock.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PillowBilinearTest {

    @Test
    void halvingWeighsFourNeighboursByTheirDistance() {
        // triangle of half-width 2: distances 1.5, 0.5, 0.5, 1.5 weigh 0.25, 0.75, 0.75, 0.25 of 2, at an edge of 1.75
        RgbImage line = grey(6, 1, 0, 0, 80, 0, 160, 0);
        assertThat(values(PillowBilinear.resize(line, 3, 1))).containsExactly(
                (int) Math.round(80 * 0.25 / 1.75),
                (int) Math.round((80 * 0.75 + 160 * 0.25) / 2),
                (int) Math.round(160 * 0.75 / 1.75));
    }

    @Test
    void doublingInterpolatesAtQuarterPixelsAndHoldsTheEdge() {
        RgbImage line = grey(2, 1, 0, 100);
        assertThat(values(PillowBilinear.resize(line, 4, 1))).containsExactly(0, 25, 75, 100);
    }

    @Test
    void aPlainColourStaysThatColour() {
        RgbImage plain = grey(7, 5, 201);
        assertThat(values(PillowBilinear.resize(plain, 160, 160))).containsOnly(201);
        assertThat(values(PillowBilinear.resize(plain, 2, 3))).containsOnly(201);
    }

    @Test
    void theSameSizeIsTheSameImage() {
        RgbImage noise = noise(new Random(11), 9, 4);
        assertThat(PillowBilinear.resize(noise, 9, 4)).isEqualTo(noise);
    }

    @Test
    void eachPassIsRoundedToWholeValues() {
        // the mean of all four is 0.25; that of each row is 0.5 and 0, rounded 1 and 0, and of those 0.5, rounded 1
        RgbImage square = grey(2, 2, 0, 1, 0, 0);
        assertThat(values(PillowBilinear.resize(square, 1, 1))).containsExactly(1);
    }

    @RepeatedTest(20)
    void randomImagesEqualTheTextbookSumAfterEachPass(RepetitionInfo repetition) {
        long seed = 4711 + repetition.getCurrentRepetition();
        System.out.println("PillowBilinearTest seed " + seed);
        Random random = new Random(seed);
        RgbImage image = noise(random, 1 + random.nextInt(60), 1 + random.nextInt(60));
        int x1 = random.nextInt(image.width());
        int y1 = random.nextInt(image.height());
        PixelRegion region = new PixelRegion(x1, y1, x1 + 1 + random.nextInt(image.width() - x1),
                y1 + 1 + random.nextInt(image.height() - y1));
        int width = 1 + random.nextInt(80);
        int height = 1 + random.nextInt(80);
        RgbImage resized = PillowBilinear.resize(image, region, width, height);
        int[][][] expected = columns(rows(image, region, width), height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
                    assertThat(resized.value(x, y, channel))
                            .as("%s of %s to %dx%d at %d, %d, channel %d", region, image, width, height, x, y, channel)
                            .isEqualTo(expected[y][x][channel]);
                }
            }
        }
    }

    @Test
    void aRegionOutsideTheImageIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PillowBilinear.resize(grey(4, 4, 0), new PixelRegion(0, 0, 5, 4), 2, 2))
                .withMessageContaining("region").withMessageContaining("4x4");
    }

    @Test
    void anEmptySizeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> PillowBilinear.resize(grey(4, 4, 0), 0, 2))
                .withMessageContaining("size").withMessageContaining("0x2");
    }

    // the naive twin: for each output pixel walk the whole line and weigh every pixel by its distance

    private static int[][][] rows(RgbImage image, PixelRegion region, int width) {
        int[][][] result = new int[region.height()][width][RgbImage.CHANNELS];
        for (int y = 0; y < region.height(); y++) {
            for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
                int[] line = new int[region.width()];
                for (int x = 0; x < line.length; x++) {
                    line[x] = image.value(region.x1() + x, region.y1() + y, channel);
                }
                for (int x = 0; x < width; x++) {
                    result[y][x][channel] = weighted(line, x, width);
                }
            }
        }
        return result;
    }

    private static int[][][] columns(int[][][] rows, int height) {
        int width = rows[0].length;
        int[][][] result = new int[height][width][RgbImage.CHANNELS];
        for (int x = 0; x < width; x++) {
            for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
                int[] line = new int[rows.length];
                for (int y = 0; y < line.length; y++) {
                    line[y] = rows[y][x][channel];
                }
                for (int y = 0; y < height; y++) {
                    result[y][x][channel] = weighted(line, y, height);
                }
            }
        }
        return result;
    }

    private static int weighted(int[] line, int output, int outputSize) {
        double scale = (double) line.length / outputSize;
        double support = Math.max(1, scale);
        double centre = (output + 0.5) * scale;
        double total = 0;
        for (int i = 0; i < line.length; i++) {
            total += Math.max(0, 1 - Math.abs((i + 0.5 - centre) / support));
        }
        long sum = 1L << 21;
        for (int i = 0; i < line.length; i++) {
            double weight = Math.max(0, 1 - Math.abs((i + 0.5 - centre) / support)) / total;
            sum += line[i] * Math.round(weight * (1L << 22));
        }
        return (int) (sum >> 22);
    }

    private static RgbImage grey(int width, int height, int... greys) {
        byte[] values = new byte[width * height * RgbImage.CHANNELS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) greys[i / RgbImage.CHANNELS % greys.length];
        }
        return RgbImage.of(width, height, values);
    }

    private static RgbImage noise(Random random, int width, int height) {
        byte[] values = new byte[width * height * RgbImage.CHANNELS];
        random.nextBytes(values);
        return RgbImage.of(width, height, values);
    }

    private static int[] values(RgbImage image) {
        byte[] bytes = image.toBytes();
        int[] greys = new int[bytes.length / RgbImage.CHANNELS];
        for (int i = 0; i < greys.length; i++) {
            greys[i] = bytes[i * RgbImage.CHANNELS] & 0xff;
        }
        return greys;
    }
}
