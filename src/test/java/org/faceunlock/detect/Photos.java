package org.faceunlock.detect;

import java.util.Arrays;
import java.util.Random;
import org.faceunlock.image.RgbImage;

/** Photos without a photograph. */
final class Photos {

    private Photos() {}

    static RgbImage noise(int width, int height, long seed) {
        byte[] values = new byte[width * height * RgbImage.CHANNELS];
        new Random(seed).nextBytes(values);
        return RgbImage.of(width, height, values);
    }

    static RgbImage black(int width, int height) {
        return RgbImage.of(width, height, new byte[width * height * RgbImage.CHANNELS]);
    }

    static RgbImage white(int width, int height) {
        byte[] values = new byte[width * height * RgbImage.CHANNELS];
        Arrays.fill(values, (byte) 255);
        return RgbImage.of(width, height, values);
    }

    /** White squares of the given side on black, their upper left corners at the given x, y pairs. */
    static RgbImage squares(int width, int height, int side, int... corners) {
        byte[] values = new byte[width * height * RgbImage.CHANNELS];
        for (int i = 0; i < corners.length; i += 2) {
            for (int y = corners[i + 1]; y < corners[i + 1] + side; y++) {
                int from = (y * width + corners[i]) * RgbImage.CHANNELS;
                Arrays.fill(values, from, from + side * RgbImage.CHANNELS, (byte) 255);
            }
        }
        return RgbImage.of(width, height, values);
    }
}
