package org.faceunlock.image;

import org.faceunlock.image.UnreadablePhotoException.Kind;

/**
 * How many pixels a photo may have, held against what its header claims, before any pixel is decoded.
 *
 * @param megapixels millions of pixels, 1 to 700 (more would not fit into one Java array of RGB bytes)
 */
record PixelLimit(int megapixels) {

    private static final int LARGEST = 700;

    PixelLimit {
        if (megapixels < 1 || megapixels > LARGEST) {
            throw new IllegalArgumentException(
                    "maximum megapixels: expected 1 to %d, found %d".formatted(LARGEST, megapixels));
        }
    }

    /** Refuses a size that is empty or over the limit; sides up to 2^32 - 1 are compared without overflow. */
    void check(long width, long height) {
        if (width < 1 || height < 1) {
            throw new UnreadablePhotoException(Kind.BROKEN,
                    "its header claims %d x %d pixels; the file is damaged, use another copy".formatted(width, height));
        }
        if (width > pixels() / height) {
            throw new UnreadablePhotoException(Kind.TOO_LARGE,
                    "%d x %d pixels are more than the %d megapixels accepted; make it smaller, or raise the limit"
                            .formatted(width, height, megapixels));
        }
    }

    /** More bytes than any photo within the limit needs: 8 a pixel, and 64 MiB for what is not pixels. */
    long bytes() {
        return Math.min(8 * pixels() + (64 << 20), Integer.MAX_VALUE - 16);
    }

    private long pixels() {
        return megapixels * 1_000_000L;
    }
}
