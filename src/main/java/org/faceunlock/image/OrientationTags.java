package org.faceunlock.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a photo's EXIF and XMP data say about which way is up. Filled while a file is walked; not thread-safe.
 *
 * <p>EXIF goes before XMP, even where its tag has no meaning; EXIF data whose header is broken end the matter, and the
 * photo stays as it is stored.
 *
 * <p>After Pillow 12.3, {@code Image.getexif} and {@code ImageOps.exif_transpose}.
 */
final class OrientationTags {

    private static final byte[] PREFIX = latin1("Exif\0\0");
    private static final Pattern XMP = Pattern.compile("tiff:Orientation(?:=\"|>)([0-9])");

    private final ByteArrayOutputStream exif = new ByteArrayOutputStream();
    private String xmp = "";

    /** Adds EXIF data to those that came before: a JPEG may spread them over several segments. */
    void addExif(byte[] data) {
        exif.writeBytes(data);
    }

    /** Takes XMP data in place of those that came before. */
    void xmp(byte[] data) {
        xmp = new String(data, StandardCharsets.ISO_8859_1);
    }

    boolean hasExif() {
        return exif.size() > 0;
    }

    Orientation orientation() {
        byte[] data = exif.toByteArray();
        int start = 0;
        while (Arrays.equals(data, start, Math.min(start + PREFIX.length, data.length), PREFIX, 0, PREFIX.length)) {
            start += PREFIX.length;
        }
        if (start == data.length) {
            return byXmp();
        }
        Optional<TiffDirectory> directory = TiffDirectory.first(ByteBuffer.wrap(data, start, data.length - start));
        return directory.isEmpty() ? Orientation.UPRIGHT : directory.get().orientation().orElseGet(this::byXmp);
    }

    private Orientation byXmp() {
        Matcher found = XMP.matcher(xmp);
        return found.find() ? Orientation.ofTag(Integer.parseInt(found.group(1))) : Orientation.UPRIGHT;
    }

    static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
