package org.faceunlock.demo.training;

/**
 * A window out of a picture, as small in memory as it can be kept: its values in units of 1/32768.
 *
 * @param label what should be said of it
 * @param pixels three planes, standardised
 */
record LabelledWindow(WindowLabel label, short[] pixels) {

    private static final float UNIT = 32768;

    static LabelledWindow of(WindowLabel label, float[] pixels) {
        short[] kept = new short[pixels.length];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = (short) Math.round(pixels[i] * UNIT); // |value| is at most 0.9961
        }
        return new LabelledWindow(label, kept);
    }

    float value(int index) {
        return pixels[index] / UNIT;
    }
}
