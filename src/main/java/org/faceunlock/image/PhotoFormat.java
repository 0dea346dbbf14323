package org.faceunlock.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Picture formats told apart by their first bytes, never by the name of a file; not all of them are read here. */
enum PhotoFormat {
    JPEG("JPEG", true, 0, "\u00ff\u00d8\u00ff"),
    PNG("PNG", true, 0, "\u0089PNG\r\n\u001a\n"),
    GIF("GIF", true, 0, "GIF87a", "GIF89a"),
    TIFF("TIFF", true, 0, "II*\0", "MM\0*"),
    WEBP("WebP", true, 8, "WEBPVP8"),
    BMP("BMP", true, 0, "BM"),
    AVIF("AVIF", false, 4, "ftypavif", "ftypavis"),
    HEIC("HEIC", false, 4, "ftyphei", "ftyphev", "ftypmif1", "ftypmsf1"),
    JPEG_XL("JPEG XL", false, 0, "\u00ff\n", "\0\0\0\fJXL "),
    JPEG_2000("JPEG 2000", false, 0, "\0\0\0\fjP  ", "\u00ff\u004f\u00ff\u0051"),
    BIG_TIFF("BigTIFF", false, 0, "II+\0", "MM\0+"),
    PHOTOSHOP("Photoshop", false, 0, "8BPS");

    /** As many first bytes as any of the formats is told by. */
    static final int SIGNATURE_BYTES = 16;

    private static final int SMALLEST_BMP = 26;

    private final String title;
    private final boolean readable;
    private final int at;
    private final String[] signatures;

    PhotoFormat(String title, boolean readable, int at, String... signatures) {
        this.title = title;
        this.readable = readable;
        this.at = at;
        this.signatures = signatures;
    }

    /** The format of a file that starts with these bytes. */
    static Optional<PhotoFormat> of(byte[] start) {
        String text = new String(start, 0, Math.min(start.length, SIGNATURE_BYTES), StandardCharsets.ISO_8859_1);
        return Arrays.stream(values()).filter(format -> format.matches(text, start)).findFirst();
    }

    private boolean matches(String text, byte[] start) {
        if (this == BMP && !plausibleBmp(start)) {
            return false;
        }
        return Arrays.stream(signatures).anyMatch(signature -> text.startsWith(signature, at));
    }

    // two letters are too few to go by: the size of the second header must be one of those in use
    private static boolean plausibleBmp(byte[] start) {
        return start.length < SMALLEST_BMP || start[15] == 0 && start[16] == 0 && start[17] == 0 && start[14] >= 12;
    }

    /** The format's name as a person knows it. */
    String title() {
        return title;
    }

    /** Whether {@link PhotoReader} reads it. */
    boolean readable() {
        return readable;
    }
}
