package org.faceunlock.image;

import org.faceunlock.geometry.SimilarityTransform;

/**
 * Draws one turned and scaled square of a photo.
 *
 * <p>Each pixel of the result is the mean of k x k samples, evenly spread over it, k being the scale rounded up; a
 * sample is bilinear between the four nearest pixels of the photo, and beyond its edges there is black. So enlarging
 * interpolates, and shrinking averages. From a scale of {@value #MOST_SAMPLES} on the samples stay that many.
 *
 * <p>The centre of pixel (x, y) lies at (x + 0.5, y + 0.5), in the photo as in the result.
 */
final class SimilarityWarp {

    private static final int MOST_SAMPLES = 32;

    private final RgbImage photo;
    private final SimilarityTransform toPhoto;
    private final int samples;
    private double red;
    private double green;
    private double blue;

    private SimilarityWarp(RgbImage photo, SimilarityTransform toPhoto) {
        this.photo = photo;
        this.toPhoto = toPhoto;
        // a hair above a whole number, such as a quarter turn's cosines leave, is that number
        this.samples = (int) Math.min(Math.ceil(toPhoto.scale() - 1e-9), MOST_SAMPLES);
    }

    /**
     * The square of {@code size} pixels a side.
     *
     * @param toPhoto where each place of the square lies in the photo
     */
    static RgbImage square(RgbImage photo, SimilarityTransform toPhoto, int size) {
        SimilarityWarp warp = new SimilarityWarp(photo, toPhoto);
        byte[] values = new byte[Math.multiplyExact(size * RgbImage.CHANNELS, size)];
        for (int y = 0, next = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                warp.gather(x, y);
                values[next++] = warp.mean(warp.red);
                values[next++] = warp.mean(warp.green);
                values[next++] = warp.mean(warp.blue);
            }
        }
        return RgbImage.owning(size, size, values);
    }

    private byte mean(double sum) {
        return (byte) (sum / (samples * samples) + 0.5);
    }

    private void gather(int x, int y) {
        red = 0;
        green = 0;
        blue = 0;
        for (int row = 0; row < samples; row++) {
            double v = y + (row + 0.5) / samples;
            for (int column = 0; column < samples; column++) {
                double u = x + (column + 0.5) / samples;
                sample(toPhoto.a() * u - toPhoto.b() * v + toPhoto.dx() - 0.5,
                        toPhoto.b() * u + toPhoto.a() * v + toPhoto.dy() - 0.5);
            }
        }
    }

    private void sample(double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double right = x - left;
        double lower = y - top;
        add(left, top, (1 - right) * (1 - lower));
        add(left + 1, top, right * (1 - lower));
        add(left, top + 1, (1 - right) * lower);
        add(left + 1, top + 1, right * lower);
    }

    private void add(int x, int y, double weight) {
        if (x >= 0 && x < photo.width() && y >= 0 && y < photo.height()) {
            byte[] values = photo.values();
            int at = (y * photo.width() + x) * RgbImage.CHANNELS;
            red += weight * (values[at] & 0xff);
            green += weight * (values[at + 1] & 0xff);
            blue += weight * (values[at + 2] & 0xff);
        }
    }
}
