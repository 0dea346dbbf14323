package org.faceunlock.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/**
 * An upright photo as 8-bit sRGB values, the one pixel type of this library. Immutable, so safe to share between
 * threads.
 *
 * <p>Values are 0 to 255, stored row by row, red, green, blue for each pixel; x runs to the right, y down.
 */
public final class RgbImage {

    /** Red, green and blue. */
    public static final int CHANNELS = 3;

    private final int width;
    private final int height;
    private final byte[] values;

    private RgbImage(int width, int height, byte[] values) {
        this.width = width;
        this.height = height;
        this.values = values;
    }

    /**
     * An image of the given values, which are copied.
     *
     * @param width in pixels, at least 1
     * @param height in pixels, at least 1
     * @param values {@code height * width * 3} bytes, row by row, red, green, blue
     * @throws IllegalArgumentException if the number of values does not fit the size
     */
    public static RgbImage of(int width, int height, byte[] values) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "size: expected at least 1x1 pixels, found %sx%s".formatted(width, height));
        }
        long expected = (long) width * height * CHANNELS;
        if (values.length != expected) {
            throw new IllegalArgumentException("values: expected %s bytes for %sx%s pixels, found %s"
                    .formatted(expected, width, height, values.length));
        }
        return new RgbImage(width, height, values.clone());
    }

    /** An image of values that nobody else will write to: the array is kept, not copied. */
    static RgbImage owning(int width, int height, byte[] values) {
        return new RgbImage(width, height, values);
    }

    /**
     * The pixels of an AWT picture, as they are stored: colour profiles are ignored, grey stays the grey it is, and
     * what is transparent is laid on white.
     */
    public static RgbImage of(BufferedImage picture) {
        return RawPixels.of(picture);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** One value, 0 to 255; channel 0 is red, 1 green, 2 blue. */
    public int value(int x, int y, int channel) {
        return values[(y * width + x) * CHANNELS + channel] & 0xff;
    }

    /** A copy of one row: {@code width * 3} bytes, red, green, blue for each pixel. */
    public byte[] row(int y) {
        return Arrays.copyOfRange(values, y * width * CHANNELS, (y + 1) * width * CHANNELS);
    }

    /** A copy of all values, row by row, red, green, blue for each pixel. */
    public byte[] toBytes() {
        return values.clone();
    }

    /** The values themselves, not a copy: not to be written to. */
    byte[] values() {
        return values;
    }

    /** The image as a mirror shows it: left and right exchanged. */
    public RgbImage mirrored() {
        byte[] mirrored = new byte[values.length];
        for (int from = 0; from < values.length; from += CHANNELS) {
            int x = from / CHANNELS % width;
            System.arraycopy(values, from, mirrored, from + (width - 1 - 2 * x) * CHANNELS, CHANNELS);
        }
        return owning(width, height, mirrored);
    }

    /** A copy for AWT, of type {@link BufferedImage#TYPE_INT_RGB}. */
    public BufferedImage toBufferedImage() {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        for (int pixel = 0, next = 0; pixel < pixels.length; pixel++, next += CHANNELS) {
            pixels[pixel] = (values[next] & 0xff) << 16 | (values[next + 1] & 0xff) << 8 | values[next + 2] & 0xff;
        }
        return picture;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RgbImage that
                && width == that.width && height == that.height && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * width + height) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "RgbImage %sx%s".formatted(width, height);
    }
}
