package org.faceunlock.demo.bench;

import java.util.Random;
import org.faceunlock.image.RgbImage;

/** Photographs a photo again, as somebody does who holds a print or a screen before the camera. */
enum Retake {
    /** The photo itself: a genuine attempt. */
    NONE(0, 0, 0),
    /** Paper with a white border, held at an angle, slightly out of focus, paler than life. */
    PRINT(2, 0.10, 0),
    /** A screen with a dark border, nearly straight, whose pixels make a moire with the camera's. */
    SCREEN(1, 0.05, 0.18);

    private static final double BORDER = 0.06;
    private static final double SHARE = 0.8;

    private final int blur;
    private final double tilt;
    private final double moire;

    Retake(int blur, double tilt, double moire) {
        this.blur = blur;
        this.tilt = tilt;
        this.moire = moire;
    }

    RgbImage of(RgbImage photo, long seed) {
        if (this == NONE) {
            return photo;
        }
        Random random = new Random(seed);
        double lean = tilt * (random.nextBoolean() ? 1 : -1);
        int width = photo.width();
        int height = photo.height();
        double[] light = new double[width * height * RgbImage.CHANNELS];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                // perspective: the far side is smaller, so the same step there goes further over the photo
                double u = (x + 0.5) / width - 0.5;
                double v = (y + 0.5) / height - 0.5;
                double depth = 1 + lean * 2 * u;
                put(light, (y * width + x) * RgbImage.CHANNELS, photo, u * depth / SHARE, v * depth / SHARE, x, y);
            }
        }
        byte[] values = new byte[light.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int c = 0; c < RgbImage.CHANNELS; c++) {
                    double noise = 2 * random.nextGaussian();
                    values[(y * width + x) * RgbImage.CHANNELS + c] =
                            (byte) Math.max(0, Math.min(255, blurred(light, width, height, x, y, c) + noise));
                }
            }
        }
        return RgbImage.of(width, height, values);
    }

    private void put(double[] light, int at, RgbImage photo, double u, double v, int x, int y) {
        boolean inside = Math.abs(u) < 0.5 && Math.abs(v) < 0.5;
        boolean border = Math.abs(u) < 0.5 + BORDER && Math.abs(v) < 0.5 + BORDER;
        double wave = 1 + moire * Math.sin(2 * Math.PI * (0.37 * x + 0.021 * y)) * Math.cos(2 * Math.PI * 0.31 * y);
        for (int c = 0; c < RgbImage.CHANNELS; c++) {
            if (inside) {
                int px = (int) Math.min(photo.width() - 1, (u + 0.5) * photo.width());
                int py = (int) Math.min(photo.height() - 1, (v + 0.5) * photo.height());
                light[at + c] = (25 + 0.8 * photo.value(px, py, c)) * wave;
            } else {
                light[at + c] = border ? this == PRINT ? 235 : 15 : 110;
            }
        }
    }

    private double blurred(double[] light, int width, int height, int x, int y, int c) {
        double sum = 0;
        int count = 0;
        for (int dy = -blur; dy <= blur; dy++) {
            for (int dx = -blur; dx <= blur; dx++) {
                if (x + dx >= 0 && x + dx < width && y + dy >= 0 && y + dy < height) {
                    sum += light[((y + dy) * width + x + dx) * RgbImage.CHANNELS + c];
                    count++;
                }
            }
        }
        return sum / count;
    }
}
