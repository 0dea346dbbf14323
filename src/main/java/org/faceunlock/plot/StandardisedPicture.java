package org.faceunlock.plot;

import java.util.List;
import org.faceunlock.image.RgbImage;
import org.faceunlock.network.Standardisation;

/**
 * Turns the input of a network back into a picture: value * 128 + 127.5, rounded, clipped to 0 to 255.
 *
 * <p>The exact inverse of the fixed image standardization (v - 127.5) / 128 for every 8-bit v.
 */
public final class StandardisedPicture {

    private static final float CENTRE = 127.5f;
    private static final float SPREAD = 128f;

    private StandardisedPicture() {
    }

    /**
     * The picture that was standardised.
     *
     * @param values {@code [3, height, width]}, all red values first, then green, then blue; nominally -0.996 to 0.996
     * @param height in pixels, at least 1
     * @param width in pixels, at least 1
     * @throws IllegalArgumentException if the number of values does not fit the size, or a value is NaN
     */
    public static RgbImage of(float[] values, int height, int width) {
        return picture(values, height, width, SPREAD, CENTRE);
    }

    /** The numbers that a network is given for a picture: {@code [3, height, width]}, (v - 127.5) / 128. */
    public static float[] tensor(RgbImage picture) {
        return Standardisation.FIXED.toTensor(List.of(picture)).toArray();
    }

    /** These numbers shown as they are: 0 and less is black, 1 is full, so that half of the greys are black. */
    public static RgbImage unchanged(float[] values, int height, int width) {
        return picture(values, height, width, 255, 0);
    }

    private static RgbImage picture(float[] values, int height, int width, float spread, float centre) {
        long expected = (long) RgbImage.CHANNELS * height * width;
        if (height < 1 || width < 1 || values.length != expected) {
            throw new IllegalArgumentException("values: expected 3 * %s * %s = %s numbers, found %s"
                    .formatted(height, width, expected, values.length));
        }
        int plane = height * width;
        byte[] pixels = new byte[values.length];
        for (int index = 0; index < values.length; index++) {
            int channel = index / plane;
            int pixel = index % plane;
            pixels[pixel * RgbImage.CHANNELS + channel] = grey(values[index] * spread + centre, index);
        }
        return RgbImage.of(width, height, pixels);
    }

    private static byte grey(float value, int index) {
        if (Float.isNaN(value)) {
            throw new IllegalArgumentException(
                    "values: expected numbers, found NaN at index %s; check what was standardised".formatted(index));
        }
        return (byte) Math.max(0, Math.min(255, Math.round(value)));
    }
}
