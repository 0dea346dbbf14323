package org.faceunlock.detect;

import org.faceunlock.image.RgbImage;
import org.faceunlock.network.FloatTensor;

/**
 * A photo as sums over the rectangles from its upper left corner, from which the mean of any rectangle takes four
 * look-ups. Immutable, so safe to share between threads.
 *
 * <p>Sums are kept modulo 2^32. A difference of sums is therefore exact as long as it stands for at most
 * {@value #LARGEST_CELL} pixels, however large the photo: a cell here is at most about 1/144 of it.
 */
final class IntegralImage {

    /** Pixels whose values cannot add up to more than an int holds. */
    private static final int LARGEST_CELL = Integer.MAX_VALUE / 255;

    /** Fixed image standardization of the cascade: (v - 127.5) * 0.0078125, in effect v / 128 - 0.99609375. */
    private static final double UNIT = 0.0078125;

    private static final double ZERO = 127.5 * UNIT;

    private static final int CHANNELS = RgbImage.CHANNELS;

    private final int width;
    private final int height;
    private final int[] sums; // [height + 1, width + 1, 3]

    private IntegralImage(int width, int height, int[] sums) {
        this.width = width;
        this.height = height;
        this.sums = sums;
    }

    static IntegralImage of(RgbImage photo) {
        int stride = Math.multiplyExact(photo.width() + 1, CHANNELS);
        int[] sums = new int[Math.multiplyExact(photo.height() + 1, stride)];
        for (int y = 0; y < photo.height(); y++) {
            byte[] row = photo.row(y);
            int red = 0;
            int green = 0;
            int blue = 0;
            int at = (y + 1) * stride + CHANNELS;
            for (int from = 0; from < row.length; from += CHANNELS, at += CHANNELS) {
                red += row[from] & 0xff;
                green += row[from + 1] & 0xff;
                blue += row[from + 2] & 0xff;
                sums[at] = sums[at - stride] + red;
                sums[at + 1] = sums[at + 1 - stride] + green;
                sums[at + 2] = sums[at + 2 - stride] + blue;
            }
        }
        return new IntegralImage(photo.width(), photo.height(), sums);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** The mean of each cell, standardised: {@code [1, 3, rows, columns]}. */
    FloatTensor average(Cells columns, Cells rows) {
        float[] means = new float[Math.multiplyExact(CHANNELS, Math.multiplyExact(rows.count(), columns.count()))];
        average(columns, rows, means, 0);
        return FloatTensor.wrap(means, 1, CHANNELS, rows.count(), columns.count());
    }

    /**
     * Writes the mean of each cell, standardised, as three planes of rows and columns, red first, from {@code at} on.
     */
    void average(Cells columns, Cells rows, float[] means, int at) {
        requireSmallCells(columns, rows);
        int stride = (width + 1) * CHANNELS;
        int plane = rows.count() * columns.count();
        int next = at;
        for (int row = 0; row < rows.count(); row++) {
            int top = rows.start(row) * stride;
            int bottom = rows.end(row) * stride;
            double rowUnit = UNIT / rows.length(row);
            for (int column = 0; column < columns.count(); column++, next++) {
                int left = columns.start(column) * CHANNELS;
                int right = columns.end(column) * CHANNELS;
                double unit = rowUnit / columns.length(column);
                means[next] = (float) (sum(top, bottom, left, right) * unit - ZERO);
                means[next + plane] = (float) (sum(top, bottom, left + 1, right + 1) * unit - ZERO);
                means[next + 2 * plane] = (float) (sum(top, bottom, left + 2, right + 2) * unit - ZERO);
            }
        }
    }

    private int sum(int top, int bottom, int left, int right) {
        return sums[bottom + right] - sums[bottom + left] - sums[top + right] + sums[top + left];
    }

    private static void requireSmallCells(Cells columns, Cells rows) {
        long largest = (long) columns.length(columns.count() / 2) * rows.length(rows.count() / 2);
        if (largest > LARGEST_CELL / 2) { // cells of one axis differ by at most one pixel
            throw new IllegalArgumentException("cells: expected at most %s pixels in each, found %s; ask for more cells"
                    .formatted(LARGEST_CELL / 2, largest));
        }
    }
}
