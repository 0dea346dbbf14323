package org.faceunlock.image;

/**
 * A rectangle of whole pixels inside a photo: x1, y1 is the first pixel, x2, y2 the one after the last.
 *
 * @param x1 first column, at least 0
 * @param y1 first row, at least 0
 * @param x2 column after the last, more than {@code x1}
 * @param y2 row after the last, more than {@code y1}
 */
public record PixelRegion(int x1, int y1, int x2, int y2) {

    public PixelRegion {
        if (x1 < 0 || y1 < 0 || x2 <= x1 || y2 <= y1) {
            throw new IllegalArgumentException(
                    "region: expected 0 <= x1 < x2 and 0 <= y1 < y2, found [%s, %s, %s, %s]".formatted(x1, y1, x2, y2));
        }
    }

    /** The whole of an image. */
    public static PixelRegion of(RgbImage image) {
        return new PixelRegion(0, 0, image.width(), image.height());
    }

    public int width() {
        return x2 - x1;
    }

    public int height() {
        return y2 - y1;
    }

    /** Whether every pixel of this region is one of the image. */
    public boolean fitsIn(RgbImage image) {
        return x2 <= image.width() && y2 <= image.height();
    }
}
