package org.faceunlock.demo.training;

import java.util.SplittableRandom;

/**
 * A change of exposure, contrast and colour, so that a network learns shapes rather than the renderer's tones.
 *
 * @param gains factor of each channel, about black
 * @param lift added to every value
 * @param grey how far colours are drawn to their mean, 0 to 1
 */
record ColourJitter(float[] gains, float lift, float grey) {

    private static final float BLACK = -127.5f / 128;

    /** A tone by chance: exposure within a third, white balance within a tenth, every eighth picture grey. */
    static ColourJitter random(SplittableRandom random) {
        float exposure = (float) (0.7 + 0.6 * random.nextDouble());
        float[] gains = new float[3];
        for (int c = 0; c < 3; c++) {
            gains[c] = exposure * (float) (0.9 + 0.2 * random.nextDouble());
        }
        return new ColourJitter(gains, (float) (0.2 * random.nextDouble() - 0.1), random.nextInt(8) == 0 ? 1 : 0);
    }

    /** Writes the window's planes in this tone, from {@code at} on. */
    void write(LabelledWindow window, float[] into, int at) {
        int plane = window.pixels().length / 3;
        for (int i = 0; i < plane; i++) {
            float mean = (window.value(i) + window.value(plane + i) + window.value(2 * plane + i)) / 3;
            for (int c = 0; c < 3; c++) {
                float value = window.value(c * plane + i);
                float toned = (value + grey * (mean - value) - BLACK) * gains[c] + BLACK + lift;
                into[at + c * plane + i] = Math.max(BLACK, Math.min(-BLACK, toned));
            }
        }
    }
}
