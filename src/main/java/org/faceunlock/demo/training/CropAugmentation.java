package org.faceunlock.demo.training;

import java.util.SplittableRandom;

/**
 * What a face goes through before it is learned from: its box lies a little off, as a detector's does, light and
 * contrast differ. Never mirrored: which side a parting or a mole is on belongs to a person. Stateless.
 */
final class CropAugmentation {

    private static final int NOMINAL = 160;
    private static final double SHIFT = 7;
    private static final double STRETCH = 0.09;
    private static final double UNMOVED = 0.25;

    private CropAugmentation() {
    }

    /**
     * Writes one varied crop as network input.
     *
     * @param wide the values of a wide crop
     * @param side of the input in pixels
     * @param batch receives {@code [3, side, side]} standardised values
     * @param start where they begin in it
     */
    static void put(byte[] wide, int side, SplittableRandom random, float[] batch, int start) {
        boolean moved = random.nextDouble() >= UNMOVED;
        double scaleX = NOMINAL * (moved ? 1 + STRETCH * signed(random) : 1);
        double scaleY = NOMINAL * (moved ? 1 + STRETCH * signed(random) : 1);
        double left = (CropSource.SIDE - scaleX) / 2 + (moved ? SHIFT * signed(random) : 0);
        double top = (CropSource.SIDE - scaleY) / 2 + (moved ? SHIFT * signed(random) : 0);
        float contrast = (float) ((1 + 0.1 * signed(random)) / 128);
        float[] light = new float[3];
        float common = (float) (8 * signed(random));
        for (int c = 0; c < light.length; c++) {
            light[c] = (float) (common + 4 * signed(random) - 127.5);
        }
        sample(wide, side, new double[] {left, top, scaleX / side, scaleY / side}, contrast, light, batch, start);
    }

    /** Bilinear samples at the centres of the target's pixels; what lies outside repeats the edge. */
    private static void sample(byte[] wide, int side, double[] window, float contrast, float[] light, float[] batch,
            int start) {
        int plane = side * side;
        for (int y = 0; y < side; y++) {
            float atY = clamp(window[1] + (y + 0.5) * window[3] - 0.5);
            int y0 = (int) atY;
            int y1 = Math.min(y0 + 1, CropSource.SIDE - 1);
            for (int x = 0; x < side; x++) {
                float atX = clamp(window[0] + (x + 0.5) * window[2] - 0.5);
                int x0 = (int) atX;
                int x1 = Math.min(x0 + 1, CropSource.SIDE - 1);
                for (int c = 0; c < 3; c++) {
                    float upper = mix(value(wide, x0, y0, c), value(wide, x1, y0, c), atX - x0);
                    float lower = mix(value(wide, x0, y1, c), value(wide, x1, y1, c), atX - x0);
                    float value = (mix(upper, lower, atY - y0) + light[c]) * contrast;
                    batch[start + c * plane + y * side + x] = Math.max(-1, Math.min(1, value));
                }
            }
        }
    }

    private static float value(byte[] wide, int x, int y, int channel) {
        return wide[(y * CropSource.SIDE + x) * 3 + channel] & 0xff;
    }

    private static float mix(float a, float b, float share) {
        return a + (b - a) * share;
    }

    private static float clamp(double at) {
        return (float) Math.max(0, Math.min(CropSource.SIDE - 1, at));
    }

    private static double signed(SplittableRandom random) {
        return 2 * random.nextDouble() - 1;
    }
}
