package org.faceunlock.demo.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JpegBlocksTest {

    private static byte[] noise(int width, int height) {
        byte[] values = new byte[3 * width * height];
        new Random(4).nextBytes(values);
        return values;
    }

    private static double change(int width, int height, int quality) {
        byte[] before = noise(width, height);
        byte[] after = before.clone();
        JpegBlocks.degrade(after, width, height, quality);
        double sum = 0;
        for (int i = 0; i < before.length; i++) {
            sum += Math.abs((before[i] & 0xff) - (after[i] & 0xff));
        }
        return sum / before.length;
    }

    @Test
    void aFlatPictureStaysAsItIs() {
        byte[] values = new byte[3 * 19 * 13];
        Arrays.fill(values, (byte) 128);
        byte[] after = values.clone();
        JpegBlocks.degrade(after, 19, 13, 50);
        assertThat(after).isEqualTo(values);
    }

    @Test
    void lowerQualityLosesMore() {
        assertThat(change(40, 24, 20)).isGreaterThan(change(40, 24, 60) + 1);
        assertThat(change(40, 24, 60)).isGreaterThan(change(40, 24, 95) + 1);
    }

    @Test
    void greyDetailSurvivesTheBestQuality() {
        byte[] values = new byte[3 * 17 * 17];
        for (int i = 0; i < 17 * 17; i++) {
            byte grey = (byte) Noise.hash(i, 0, 0, 1);
            Arrays.fill(values, 3 * i, 3 * i + 3, grey);
        }
        byte[] after = values.clone();
        JpegBlocks.degrade(after, 17, 17, 99);
        for (int i = 0; i < values.length; i++) {
            assertThat(Math.abs((values[i] & 0xff) - (after[i] & 0xff))).as("value %d", i).isLessThanOrEqualTo(5);
        }
    }
}
