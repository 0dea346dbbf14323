package org.faceunlock.image;

import java.util.Arrays;

/**
 * Resizes a region of an image to the very bytes that Pillow's {@code crop(box).resize(size, BILINEAR)} gives.
 * Thread-safe.
 *
 * <p>Two passes, first along the rows, then along the columns, each rounded to 8 bits; an axis that keeps its length is
 * left alone. Proportions are not kept: the region is stretched to the size asked for.
 *
 * <p>After {@code ImagingResample} (Pillow 12.3, src/libImaging/Resample.c).
 */
public final class PillowBilinear {

    private static final int HALF = 1 << ResampleAxis.PRECISION_BITS - 1;

    private PillowBilinear() {}

    /** The whole image at another size; both sides at least 1 pixel. */
    public static RgbImage resize(RgbImage image, int width, int height) {
        return resize(image, PixelRegion.of(image), width, height);
    }

    /**
     * A region of the image at another size; pixels outside the region have no say.
     *
     * @param region inside the image
     * @param width of the result in pixels, at least 1
     * @param height of the result in pixels, at least 1
     */
    public static RgbImage resize(RgbImage image, PixelRegion region, int width, int height) {
        if (!region.fitsIn(image)) {
            throw new IllegalArgumentException("region: expected one inside %s, found %s".formatted(image, region));
        }
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "size: expected at least 1x1 pixels, found %sx%s".formatted(width, height));
        }
        byte[] rows = alongRows(image, region, width);
        return RgbImage.owning(width, height, alongColumns(rows, width, region.height(), height));
    }

    private static byte[] alongRows(RgbImage image, PixelRegion region, int width) {
        int stride = Math.multiplyExact(width, RgbImage.CHANNELS);
        byte[] result = new byte[Math.multiplyExact(stride, region.height())];
        byte[] source = image.values();
        ResampleAxis axis = ResampleAxis.of(region.width(), width);
        for (int y = 0; y < region.height(); y++) {
            int from = ((region.y1() + y) * image.width() + region.x1()) * RgbImage.CHANNELS;
            if (region.width() == width) {
                System.arraycopy(source, from, result, y * stride, stride);
            } else {
                row(source, from, axis, result, y * stride);
            }
        }
        return result;
    }

    private static void row(byte[] source, int from, ResampleAxis axis, byte[] result, int to) {
        int next = to;
        for (int x = 0; x < axis.size(); x++) {
            int red = HALF;
            int green = HALF;
            int blue = HALF;
            int at = from + axis.first(x) * RgbImage.CHANNELS;
            for (int weight : axis.weights(x)) {
                red += (source[at++] & 0xff) * weight;
                green += (source[at++] & 0xff) * weight;
                blue += (source[at++] & 0xff) * weight;
            }
            result[next++] = toByte(red);
            result[next++] = toByte(green);
            result[next++] = toByte(blue);
        }
    }

    private static byte[] alongColumns(byte[] rows, int width, int rowCount, int height) {
        if (rowCount == height) {
            return rows;
        }
        int stride = width * RgbImage.CHANNELS;
        byte[] result = new byte[Math.multiplyExact(stride, height)];
        ResampleAxis axis = ResampleAxis.of(rowCount, height);
        int[] sums = new int[stride];
        for (int y = 0; y < height; y++) {
            Arrays.fill(sums, HALF);
            int at = axis.first(y) * stride;
            for (int weight : axis.weights(y)) {
                for (int i = 0; i < stride; i++) {
                    sums[i] += (rows[at++] & 0xff) * weight;
                }
            }
            for (int i = 0; i < stride; i++) {
                result[y * stride + i] = toByte(sums[i]);
            }
        }
        return result;
    }

    private static byte toByte(int fixedPoint) {
        return (byte) Math.min(fixedPoint >> ResampleAxis.PRECISION_BITS, 255);
    }
}
