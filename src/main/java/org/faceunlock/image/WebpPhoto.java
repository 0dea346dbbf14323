package org.faceunlock.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.faceunlock.image.UnreadablePhotoException.Kind;

/**
 * A WebP photo, lossy or lossless; of an animation the first frame.
 *
 * <p>After the WebP container specification, RFC 6386 (lossy frame header) and RFC 9649 (lossless frame header).
 */
record WebpPhoto(byte[] file, Orientation orientation) implements EncodedPhoto {

    private static final int FIRST_CHUNK = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int HAS_EXIF = 8;
    private static final int HAS_XMP = 4;
    private static final int SIDE_14_BITS = 0x3fff;
    private static final int SIDE_24_BITS = 0xffffff;

    static WebpPhoto of(byte[] file, PixelLimit limit) {
        ByteBuffer webp = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        try {
            long end = Integer.toUnsignedLong(webp.getInt(4)) + 8;
            checkSize(webp, FIRST_CHUNK, limit);
            if (end > file.length) {
                throw truncated(null);
            }
            return new WebpPhoto(file, walk(webp, (int) end, limit));
        } catch (IndexOutOfBoundsException e) {
            throw truncated(e);
        }
    }

    // as in libwebp, an extended header says which metadata there are, and the first of a kind counts
    private static Orientation walk(ByteBuffer webp, int fileEnd, PixelLimit limit) {
        OrientationTags tags = new OrientationTags();
        int wanted = type(webp, FIRST_CHUNK).equals("VP8X") ? webp.get(FIRST_CHUNK + CHUNK_HEADER) : 0;
        for (int at = FIRST_CHUNK; at + CHUNK_HEADER <= fileEnd;) {
            long length = Integer.toUnsignedLong(webp.getInt(at + 4));
            if (at + CHUNK_HEADER + length > fileEnd) {
                throw truncated(null);
            }
            checkSize(webp, at, limit);
            int end = at + CHUNK_HEADER + (int) length;
            if (type(webp, at).equals("EXIF") && (wanted & HAS_EXIF) != 0) {
                tags.addExif(Arrays.copyOfRange(webp.array(), at + CHUNK_HEADER, end));
                wanted &= ~HAS_EXIF;
            } else if (type(webp, at).equals("XMP ") && (wanted & HAS_XMP) != 0) {
                tags.xmp(Arrays.copyOfRange(webp.array(), at + CHUNK_HEADER, end));
                wanted &= ~HAS_XMP;
            }
            at = end + (end & 1);
        }
        return tags.orientation();
    }

    private static void checkSize(ByteBuffer webp, int at, PixelLimit limit) {
        int data = at + CHUNK_HEADER;
        switch (type(webp, at)) {
            case "VP8 " -> limit.check(webp.getShort(data + 6) & SIDE_14_BITS, webp.getShort(data + 8) & SIDE_14_BITS);
            case "VP8L" -> {
                int sides = webp.getInt(data + 1);
                limit.check((sides & SIDE_14_BITS) + 1, (sides >> 14 & SIDE_14_BITS) + 1);
            }
            case "VP8X" -> limit.check((webp.getInt(data + 4) & SIDE_24_BITS) + 1, (webp.getInt(data + 6) >>> 8) + 1);
            case "ANMF" -> limit.check((webp.getInt(data + 6) & SIDE_24_BITS) + 1, (webp.getInt(data + 8) >>> 8) + 1);
            default -> { }
        }
    }

    private static String type(ByteBuffer webp, int at) {
        byte[] letters = new byte[4];
        webp.get(at, letters);
        return new String(letters, StandardCharsets.ISO_8859_1);
    }

    private static UnreadablePhotoException truncated(Throwable cause) {
        return new UnreadablePhotoException(Kind.TRUNCATED,
                "the WebP file ends before its picture does; copy or download it again", cause);
    }

    @Override
    public RgbImage decode() throws IOException {
        return RgbImage.of(ImageIoCodec.WEBP.picture(file));
    }
}
