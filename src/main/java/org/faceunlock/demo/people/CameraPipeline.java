package org.faceunlock.demo.people;

import java.util.SplittableRandom;
import org.faceunlock.image.RgbImage;

/**
 * Turns linear light into an 8-bit photo: lens blur, exposure, white balance, sensor noise, a film's shoulder, sRGB,
 * JPEG.
 */
final class CameraPipeline {

    private static final int STEPS = 4096;
    private static final double BRIGHTEST = 4;
    private static final byte[] CURVE = curve();

    private CameraPipeline() {
    }

    static RgbImage develop(Canvas canvas, Capture capture, long seed) {
        Blur.apply(canvas, capture.blur());
        double gain = StrictMath.pow(2, capture.exposure());
        double[] gains = {gain * (1 + 0.14 * capture.warmth()), gain, gain * (1 - 0.18 * capture.warmth())};
        byte[] values = new byte[canvas.light.length];
        SplittableRandom random = new SplittableRandom(seed);
        for (int at = 0; at < values.length; at += 3) {
            double luma = capture.noise() > 0 ? 0.7 * normal(random) : 0;
            for (int c = 0; c < 3; c++) {
                double light = canvas.light[at + c] * gains[c];
                if (capture.noise() > 0) {
                    double grain = luma + 0.7 * normal(random);
                    light += grain * capture.noise() * 0.1 * Math.sqrt(Math.max(0, light) * 0.5 + 0.002);
                }
                values[at + c] = CURVE[(int) (Smooth.unit(light / BRIGHTEST) * (STEPS - 1) + 0.5)];
            }
        }
        if (capture.jpegQuality() < 100) {
            JpegBlocks.degrade(values, canvas.width, canvas.height, capture.jpegQuality());
        }
        return RgbImage.of(canvas.width, canvas.height, values);
    }

    private static double normal(SplittableRandom random) {
        long bits = random.nextLong();
        return ((bits & 0xffff) + (bits >>> 16 & 0xffff) + (bits >>> 32 & 0xffff) + (bits >>> 48)) / 37837.0 - 3.464;
    }

    /** Linear light up to {@link #BRIGHTEST} to sRGB; straight in the dark, bending towards white above 0.6. */
    private static byte[] curve() {
        byte[] values = new byte[STEPS];
        for (int i = 0; i < STEPS; i++) {
            double light = BRIGHTEST * i / (STEPS - 1);
            double knee = 0.55;
            double film = light < knee ? light : knee + (1 - knee) * ((light - knee) / (light - knee + (1 - knee)));
            double encoded = film <= 0.0031308 ? 12.92 * film : 1.055 * StrictMath.pow(film, 1 / 2.4) - 0.055;
            values[i] = (byte) (int) (255 * Math.min(1, encoded) + 0.5);
        }
        return values;
    }
}
