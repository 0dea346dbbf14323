package org.faceunlock.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/**
 * What photos of rendered people say of themselves, so that nobody takes them for real ones: a comment near the start
 * of the JPEG or PNG file. Networks for real people cannot tell rendered ones apart.
 */
public final class RenderedMark {

    private static final String TEXT = "Face Unlock, rendered people";
    private static final int PNG_HEAD = 8 + 25; // signature and IHDR
    private static final int JPEG_START = 2;

    private RenderedMark() {
    }

    /** Whether a file has the mark; one that cannot be read has none. */
    public static boolean isOn(Path file) {
        return Files.isRegularFile(file)
                && ProgramMark.firstText(file).filter(text -> text.contains(TEXT)).isPresent();
    }

    /** The same file with the mark; the pixels stay as they are. */
    public static byte[] put(byte[] photo) {
        boolean isPng = photo[0] != (byte) 0xff;
        int at = isPng ? PNG_HEAD : JPEG_START + segment(photo);
        byte[] mark = isPng ? pngText() : jpegComment();
        return ByteBuffer.allocate(photo.length + mark.length).put(photo, 0, at).put(mark)
                .put(photo, at, photo.length - at).array();
    }

    /** Length of the segment behind the start of a JPEG file: JFIF's, which has to be the first. */
    private static int segment(byte[] jpeg) {
        return 2 + (Byte.toUnsignedInt(jpeg[JPEG_START + 2]) << 8) + Byte.toUnsignedInt(jpeg[JPEG_START + 3]);
    }

    private static byte[] jpegComment() {
        byte[] text = TEXT.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(4 + text.length).put((byte) 0xff).put((byte) 0xfe)
                .putShort((short) (2 + text.length)).put(text).array();
    }

    private static byte[] pngText() {
        byte[] chunk = ("tEXt" + ProgramMark.KEYWORD + "\0" + TEXT).getBytes(StandardCharsets.ISO_8859_1);
        CRC32 sum = new CRC32();
        sum.update(chunk);
        return ByteBuffer.allocate(8 + chunk.length).putInt(chunk.length - 4).put(chunk)
                .putInt((int) sum.getValue()).array();
    }
}
