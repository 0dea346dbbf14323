package org.faceunlock.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.InflaterInputStream;

/**
 * A text chunk of a PNG file: plain, compressed or international.
 *
 * <p>After PNG 1.2, section 4.2.3; {@code chunk_tEXt} and its kin of Pillow's src/PIL/PngImagePlugin.py.
 *
 * @param keyword what the text is about; empty if the chunk is malformed
 * @param value the text's bytes, inflated, at most a megabyte of them
 */
record PngText(String keyword, byte[] value) {

    static final String XMP = "XML:com.adobe.xmp";
    /** EXIF data as ImageMagick wrote them before PNG had a chunk for them. */
    static final String EXIF_PROFILE = "Raw profile type exif";

    private static final int MOST_BYTES = 1 << 20;
    private static final int PROFILE_HEAD = 3;

    /** The text of a chunk of type tEXt, zTXt or iTXt. */
    static PngText of(String type, byte[] chunk) {
        int end = endOfText(chunk, 0);
        String keyword = new String(chunk, 0, end, StandardCharsets.ISO_8859_1);
        int from = end + 1;
        boolean deflated = type.equals("zTXt");
        if (deflated) {
            from++;
        } else if (type.equals("iTXt")) {
            deflated = from < chunk.length && chunk[from] != 0;
            from = endOfText(chunk, endOfText(chunk, from + 2) + 1) + 1;
        }
        if (from > chunk.length) {
            return new PngText("", new byte[0]);
        }
        byte[] value = Arrays.copyOfRange(chunk, from, chunk.length);
        return new PngText(keyword, deflated ? inflated(value) : value);
    }

    private static int endOfText(byte[] chunk, int from) {
        int at = from;
        while (at < chunk.length && chunk[at] != 0) {
            at++;
        }
        return at;
    }

    private static byte[] inflated(byte[] value) {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(value))) {
            return in.readNBytes(MOST_BYTES);
        } catch (IOException e) {
            return new byte[0]; // a damaged text is none, as in Pillow
        }
    }

    /** The bytes that a raw profile writes as hexadecimal digits; one byte, which is no EXIF header, if it does not. */
    byte[] profile() {
        String digits = new String(value, StandardCharsets.ISO_8859_1).lines().skip(PROFILE_HEAD)
                .reduce("", String::concat).replaceAll("\\s", "");
        try {
            return HexFormat.of().parseHex(digits);
        } catch (IllegalArgumentException e) {
            return new byte[1];
        }
    }
}
