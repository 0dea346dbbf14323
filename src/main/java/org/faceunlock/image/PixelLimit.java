package org.faceunlock.image;

import org.faceunlock.image.UnreadablePhotoException.Kind;

/**
 * How many pixels a photo may have, held against what its header claims, before any pixel is decoded. For one photo and
 * thread: it remembers the largest size that it let pass.
 */
final class PixelLimit {

    private static final int LARGEST = 700;

    private final int megapixels;
    private long largestWidth;
    private long largestHeight;

    /** @param megapixels millions of pixels, 1 to 700 (more would not fit into one Java array of RGB bytes) */
    PixelLimit(int megapixels) {
        if (megapixels < 1 || megapixels > LARGEST) {
            throw new IllegalArgumentException(
                    "maximum megapixels: expected 1 to %s, found %s".formatted(LARGEST, megapixels));
        }
        this.megapixels = megapixels;
    }

    /** Refuses a size that is empty or over the limit; sides up to 2^32 - 1 are compared without overflow. */
    void check(long width, long height) {
        if (width < 1 || height < 1) {
            throw new UnreadablePhotoException(Kind.BROKEN,
                    "its header claims %s x %s pixels; the file is damaged, use another copy".formatted(width, height));
        }
        if (width > pixels() / height) {
            throw new UnreadablePhotoException(Kind.TOO_LARGE,
                    "%s x %s pixels are more than the %s megapixels accepted; make it smaller, or raise the limit"
                            .formatted(width, height, megapixels));
        }
        if (width * height > largestWidth * largestHeight) {
            largestWidth = width;
            largestHeight = height;
        }
    }

    /** The refusal of a photo that is within the limit, but too large for the heap. */
    UnreadablePhotoException tooLargeForTheHeap() {
        return new UnreadablePhotoException(Kind.TOO_LARGE, MemoryWanted.by(largestWidth, largestHeight));
    }

    /** More bytes than any photo within the limit needs: 8 a pixel, and 64 MiB for what is not pixels. */
    long bytes() {
        return Math.min(8 * pixels() + (64 << 20), Integer.MAX_VALUE - 16);
    }

    private long pixels() {
        return megapixels * 1_000_000L;
    }
}
