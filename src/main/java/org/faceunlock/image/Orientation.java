package org.faceunlock.image;

/**
 * How stored pixels must be turned to show the photo upright: the eight values of the EXIF orientation tag, in their
 * order.
 *
 * <p>After EXIF 2.32, tag 274: the tag says where row 0 and column 0 of the stored pixels lie in the upright photo.
 */
enum Orientation {
    /** 1: as stored. */
    UPRIGHT(false, false, false),
    /** 2: left and right are swapped. */
    MIRRORED(false, true, false),
    /** 3: upside down. */
    HALF_TURN(false, true, true),
    /** 4: top and bottom are swapped. */
    FLIPPED(false, false, true),
    /** 5: rows and columns are swapped. */
    TRANSPOSED(true, false, false),
    /** 6: a quarter turn clockwise makes it upright. */
    QUARTER_TURN(true, false, true),
    /** 7: rows and columns are swapped along the other diagonal. */
    TRANSVERSED(true, true, true),
    /** 8: a quarter turn anticlockwise makes it upright. */
    QUARTER_TURN_BACK(true, true, false);

    private final boolean transposed;
    private final boolean fromRight;
    private final boolean fromBelow;

    Orientation(boolean transposed, boolean fromRight, boolean fromBelow) {
        this.transposed = transposed;
        this.fromRight = fromRight;
        this.fromBelow = fromBelow;
    }

    /** The orientation of a tag value; what is not 1 to 8 counts as upright, as viewers do. */
    static Orientation ofTag(double value) {
        return value >= 1 && value <= 8 && value == Math.rint(value) ? values()[(int) value - 1] : UPRIGHT;
    }

    /** The pixels turned upright; the image itself where nothing is to be turned. */
    RgbImage upright(RgbImage stored) {
        if (this == UPRIGHT) {
            return stored;
        }
        int width = transposed ? stored.height() : stored.width();
        int height = transposed ? stored.width() : stored.height();
        int right = transposed ? stored.width() : 1;
        int down = transposed ? 1 : stored.width();
        int stepAlong = (transposed ? fromBelow : fromRight) ? -right : right;
        int stepDown = (transposed ? fromRight : fromBelow) ? -down : down;
        int first = (fromRight ? stored.width() - 1 : 0) + (fromBelow ? stored.height() - 1 : 0) * stored.width();
        return walk(stored.values(), first, stepAlong, stepDown, width, height);
    }

    private static RgbImage walk(byte[] source, int first, int stepAlong, int stepDown, int width, int height) {
        byte[] turned = new byte[source.length];
        int next = 0;
        for (int y = 0; y < height; y++) {
            int pixel = first + y * stepDown;
            for (int x = 0; x < width; x++, pixel += stepAlong) {
                int at = pixel * RgbImage.CHANNELS;
                turned[next++] = source[at];
                turned[next++] = source[at + 1];
                turned[next++] = source[at + 2];
            }
        }
        return RgbImage.owning(width, height, turned);
    }
}
