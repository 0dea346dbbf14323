package org.faceunlock.image;

/**
 * What the components of a JPEG mean, and how to make red, green and blue of them, as libjpeg and Pillow do.
 *
 * <p>Inks are taken to be stored inverted, as Adobe's programs do and as Pillow assumes. After {@code
 * default_decompress_parms} (libjpeg jdapimin.c), {@code build_ycc_rgb_table} (jdcolor.c) and {@code cmyk2rgb} (Pillow
 * src/libImaging/Convert.c).
 */
enum JpegColours {
    GREY(1),
    RGB(3),
    YCC(3),
    CMYK(4),
    YCCK(4);

    private static final int HALF = 1 << 15;
    private static final int[] RED_OF_CR = scaled(91881, HALF, 16);
    private static final int[] BLUE_OF_CB = scaled(116130, HALF, 16);
    private static final int[] GREEN_OF_CR = scaled(-46802, 0, 0);
    private static final int[] GREEN_OF_CB = scaled(-22554, HALF, 0);

    private final int components;

    JpegColours(int components) {
        this.components = components;
    }

    private static int[] scaled(int factor, int offset, int shift) {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            table[i] = factor * (i - 128) + offset >> shift;
        }
        return table;
    }

    /** How many values each pixel has. */
    int components() {
        return components;
    }

    /** Turns a row of {@code width * components} values into {@code width * 3}, written to the result from there on. */
    void toRgb(byte[] row, byte[] result, int to) {
        int next = to;
        for (int at = 0; at < row.length; at += components, next += RgbImage.CHANNELS) {
            switch (this) {
                case GREY -> {
                    result[next] = row[at];
                    result[next + 1] = row[at];
                    result[next + 2] = row[at];
                }
                case RGB -> System.arraycopy(row, at, result, next, RgbImage.CHANNELS);
                case YCC -> fromYcc(row, at, result, next);
                case CMYK -> fromInks(row, at, 255, result, next);
                case YCCK -> {
                    fromYcc(row, at, row, at);
                    fromInks(row, at, 0, result, next);
                }
            }
        }
    }

    private static void fromYcc(byte[] row, int at, byte[] result, int to) {
        int luma = row[at] & 0xff;
        int cb = row[at + 1] & 0xff;
        int cr = row[at + 2] & 0xff;
        result[to] = (byte) clipped(luma + RED_OF_CR[cr]);
        result[to + 1] = (byte) clipped(luma + (GREEN_OF_CB[cb] + GREEN_OF_CR[cr] >> 16));
        result[to + 2] = (byte) clipped(luma + BLUE_OF_CB[cb]);
    }

    // black is stored inverted, and so are the inks, unless made of luma and chroma, which inverts them once more
    private static void fromInks(byte[] row, int at, int inverted, byte[] result, int to) {
        int black = 255 - (row[at + 3] & 0xff);
        for (int i = 0; i < RgbImage.CHANNELS; i++) {
            result[to + i] = (byte) RawPixels.light(row[at + i] & 0xff ^ inverted, black);
        }
    }

    private static int clipped(int value) {
        return Math.max(0, Math.min(value, 255));
    }
}
