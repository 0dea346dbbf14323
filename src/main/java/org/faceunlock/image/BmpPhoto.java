package org.faceunlock.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.faceunlock.image.UnreadablePhotoException.Kind;

/**
 * A Windows bitmap, from its oldest header on; bitmaps that wrap a JPEG or PNG are refused.
 *
 * <p>After the BITMAPCOREHEADER and BITMAPINFOHEADER structures of the Windows API; a negative height means top row
 * first.
 */
record BmpPhoto(byte[] file) implements EncodedPhoto {

    private static final int FILE_HEADER = 14;
    private static final int CORE_HEADER = 12;
    private static final int INFO_HEADER = 40;
    private static final int RUN_LENGTH_8 = 1;
    private static final int RUN_LENGTH_4 = 2;
    private static final int BIT_FIELDS = 3;

    static BmpPhoto of(byte[] file, PixelLimit limit) {
        try {
            check(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN), limit);
        } catch (IndexOutOfBoundsException e) {
            throw truncated(e);
        }
        return new BmpPhoto(file);
    }

    private static void check(ByteBuffer bmp, PixelLimit limit) {
        boolean core = bmp.getInt(FILE_HEADER) < INFO_HEADER;
        if (core && bmp.getInt(FILE_HEADER) != CORE_HEADER) {
            throw unsupported("OS/2 headers");
        }
        long width = core ? Short.toUnsignedLong(bmp.getShort(18)) : bmp.getInt(18);
        long height = core ? Short.toUnsignedLong(bmp.getShort(20)) : Math.abs((long) bmp.getInt(22));
        limit.check(width, height);
        int bits = bmp.getShort(core ? 24 : 28);
        int compression = core ? 0 : bmp.getInt(30);
        switch (compression) {
            case 0, BIT_FIELDS -> requireRows(bmp, (width * bits + 31) / 32 * 4 * height);
            case RUN_LENGTH_8, RUN_LENGTH_4 -> requireRows(bmp, 2);
            default -> throw unsupported("compression " + compression);
        }
    }

    private static void requireRows(ByteBuffer bmp, long bytes) {
        if (Integer.toUnsignedLong(bmp.getInt(10)) + bytes > bmp.limit()) {
            throw truncated(null);
        }
    }

    private static UnreadablePhotoException truncated(Throwable cause) {
        return new UnreadablePhotoException(Kind.TRUNCATED,
                "the BMP file ends before its picture does; copy or download it again", cause);
    }

    private static UnreadablePhotoException unsupported(String what) {
        return new UnreadablePhotoException(Kind.UNSUPPORTED,
                "BMP with %s is not read here; save it as a JPEG or PNG".formatted(what));
    }

    @Override
    public Orientation orientation() {
        return Orientation.UPRIGHT;
    }

    @Override
    public RgbImage decode() throws IOException {
        return RgbImage.of(ImageIoCodec.BMP.picture(file));
    }
}
