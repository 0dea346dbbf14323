package org.faceunlock.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.faceunlock.image.UnreadablePhotoException.Kind;

/**
 * Walks the segments of a JPEG file from its first to its end marker, and keeps what matters. Not thread-safe while
 * walking.
 *
 * <p>A file without its end marker was cut off, and is refused: a decoder would fill the rest with grey.
 *
 * <p>After ITU-T T.81, annex B; JFIF 1.02; the Adobe marker as in libjpeg jdmarker.c.
 */
final class JpegStructure {

    private static final int MOST_SCANS = 100;
    private static final String EXIF = "Exif\0\0";
    private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";

    private final ByteBuffer file;
    private final PixelLimit limit;
    private final ByteArrayOutputStream bare;
    private final OrientationTags tags = new OrientationTags();
    private int[] componentIds = {};
    private int scans;
    private boolean jfif;
    private int adobeTransform = -1;

    private JpegStructure(byte[] file, PixelLimit limit) {
        this.file = ByteBuffer.wrap(file);
        this.limit = limit;
        bare = new ByteArrayOutputStream(file.length);
    }

    static JpegStructure of(byte[] file, PixelLimit limit) {
        JpegStructure structure = new JpegStructure(file, limit);
        try {
            structure.walk();
        } catch (IndexOutOfBoundsException e) {
            throw new UnreadablePhotoException(Kind.TRUNCATED,
                    "the JPEG file ends before its picture does; copy or download it again", e);
        }
        return structure;
    }

    private void walk() {
        int at = 2;
        bare.write(file.array(), 0, 2);
        while (true) {
            at = nextMarker(at);
            int marker = unsigned(at + 1);
            if (marker == 0xd9) {
                bare.write(file.array(), at, 2);
                requireScans();
                return;
            }
            int end = at + 2 + Short.toUnsignedInt(file.getShort(at + 2));
            segment(marker, at + 4, end);
            if (marker == 0xda) {
                end = endOfScan(end);
            }
            if (marker < 0xe0 || marker > 0xef && marker != 0xfe) {
                bare.write(file.array(), at, end - at);
            }
            at = end;
        }
    }

    // a marker is ff and a byte other than 00 and ff; the restart markers stand alone and belong to scans
    private int nextMarker(int from) {
        int at = from;
        while (unsigned(at) != 0xff || !isMarker(unsigned(at + 1))) {
            at++;
        }
        return at;
    }

    private static boolean isMarker(int code) {
        return code > 0x01 && code < 0xff && (code < 0xd0 || code > 0xd8);
    }

    private int endOfScan(int from) {
        if (++scans > MOST_SCANS) {
            throw broken("it has more than %s scans".formatted(MOST_SCANS));
        }
        return nextMarker(from);
    }

    private void segment(int marker, int from, int end) {
        file.get(end - 1);
        switch (marker) {
            case 0xc0, 0xc1, 0xc2 -> frame(from);
            case 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf ->
                throw unsupported("lossless or arithmetic coding");
            case 0xda -> requireFrame();
            case 0xe0 -> jfif |= startsWith("JFIF\0", from, end);
            case 0xe1 -> metadata(from, end);
            case 0xee -> adobe(from, end);
            default -> { }
        }
    }

    private void frame(int from) {
        if (componentIds.length > 0) {
            throw broken("it has two frames");
        }
        if (unsigned(from) != 8) {
            throw unsupported(unsigned(from) + " bits a value");
        }
        limit.check(Short.toUnsignedInt(file.getShort(from + 3)), Short.toUnsignedInt(file.getShort(from + 1)));
        int count = unsigned(from + 5);
        if (count != 1 && count != 3 && count != 4) {
            throw unsupported(count + " colour components");
        }
        componentIds = new int[count];
        for (int i = 0; i < count; i++) {
            componentIds[i] = unsigned(from + 6 + 3 * i);
        }
    }

    // Pillow reads metadata up to the first scan
    private void metadata(int from, int end) {
        if (scans == 0 && startsWith(EXIF, from, end)) {
            tags.addExif(Arrays.copyOfRange(file.array(), from + (tags.hasExif() ? EXIF.length() : 0), end));
        } else if (scans == 0 && startsWith(XMP, from, end)) {
            tags.xmp(Arrays.copyOfRange(file.array(), from + XMP.length(), end));
        }
    }

    private void adobe(int from, int end) {
        if (startsWith("Adobe", from, end) && end - from >= 12) {
            adobeTransform = unsigned(from + 11);
        }
    }

    private boolean startsWith(String text, int from, int end) {
        byte[] expected = OrientationTags.latin1(text);
        return end - from >= expected.length
                && file.slice(from, expected.length).equals(ByteBuffer.wrap(expected));
    }

    private int unsigned(int at) {
        return Byte.toUnsignedInt(file.get(at));
    }

    private void requireFrame() {
        if (componentIds.length == 0) {
            throw broken("a scan comes before the frame");
        }
    }

    private void requireScans() {
        if (scans == 0) {
            throw broken("it has no scan");
        }
    }

    private static UnreadablePhotoException broken(String what) {
        return new UnreadablePhotoException(Kind.BROKEN,
                "the JPEG file is damaged (%s); use another copy".formatted(what));
    }

    private static UnreadablePhotoException unsupported(String what) {
        return new UnreadablePhotoException(Kind.UNSUPPORTED,
                "JPEG with %s is not read here; save it as an ordinary JPEG or PNG".formatted(what));
    }

    /** The file without its application segments and comments. */
    byte[] bareFile() {
        return bare.toByteArray();
    }

    Orientation orientation() {
        return tags.orientation();
    }

    /** What the components mean: JFIF before the Adobe marker before the components' names, as in libjpeg. */
    JpegColours colours() {
        if (componentIds.length == 1) {
            return JpegColours.GREY;
        }
        if (componentIds.length == 4) {
            return adobeTransform > 0 ? JpegColours.YCCK : JpegColours.CMYK;
        }
        boolean unmarkedRgb = adobeTransform < 0 && Arrays.equals(componentIds, new int[] {'R', 'G', 'B'});
        return !jfif && (unmarkedRgb || adobeTransform == 0) ? JpegColours.RGB : JpegColours.YCC;
    }
}
