package org.faceunlock.image;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Picture formats told apart by their first bytes; not all of them are read here. The endings say which files of a
 * folder are looked at: the one list of them.
 *
 * <p>The name of a file has a say in one case: most camera RAW files are TIFF files by their bytes, with a thumbnail as
 * first page, so the ending decides where the bytes are TIFF or nothing that is known.
 */
enum PhotoFormat {
    RAW("Camera RAW",
            "3fr arw cr2 cr3 crw dcr dng erf fff iiq kdc mef mos mrw nef nrw orf pef raf raw rw2 rwl sr2 srf srw x3f",
            false, 0, "II*\0\u0010\0\0\0CR", "FUJIFILMCCD-RAW", "IIRO", "IIRS", "MMOR", "IIU\0", "\0MRM", "FOVb",
            "\0\0\0\u0018ftypcrx"),
    JPEG("JPEG", "jpg jpeg jpe jfif jfi", true, 0, "\u00ff\u00D8\u00ff"),
    PNG("PNG", "png apng", true, 0, "\u0089PNG\r\n\u001a\n"),
    GIF("GIF", "gif", true, 0, "GIF87a", "GIF89a"),
    BMP("BMP", "bmp dib", true, 0, "BM"),
    TIFF("TIFF", "tif tiff", true, 0, "II*\0", "MM\0*"),
    WEBP("WebP", "webp", true, 8, "WEBPVP8"),
    AVIF("AVIF", "avif avifs", false, 4, "ftypavif", "ftypavis"),
    HEIC("HEIC", "heic heif hif heics heifs", false, 4, "ftyphei", "ftyphev", "ftypmif1", "ftypmsf1"),
    JPEG_XL("JPEG XL", "jxl", false, 0, "\u00ff\n", "\0\0\0\fJXL "),
    JPEG_2000("JPEG 2000", "jp2 j2k jpf jpx jpm j2c jpc", false, 0, "\0\0\0\fjP  ", "\u00ff\u004f\u00ff\u0051"),
    BIG_TIFF("BigTIFF", "btf tf8", false, 0, "II+\0", "MM\0+"),
    PHOTOSHOP("Photoshop", "psd psb", false, 0, "8BPS");

    /** As many first bytes as any of the formats is told by. */
    static final int SIGNATURE_BYTES = 16;

    private static final int SMALLEST_BMP = 26;

    private final String title;
    private final List<String> endings;
    private final boolean readable;
    private final int at;
    private final String[] signatures;

    PhotoFormat(String title, String endings, boolean readable, int at, String... signatures) {
        this.title = title;
        this.endings = List.of(endings.split(" "));
        this.readable = readable;
        this.at = at;
        this.signatures = signatures;
    }

    /** The format of a file of that name that starts with these bytes. */
    static Optional<PhotoFormat> of(byte[] start, String name) {
        String text = new String(start, 0, Math.min(start.length, SIGNATURE_BYTES), StandardCharsets.ISO_8859_1);
        Optional<PhotoFormat> byBytes =
                Arrays.stream(values()).filter(format -> format.matches(text, start)).findFirst();
        boolean unsure = byBytes.isEmpty() || byBytes.get() == TIFF;
        return unsure && RAW.endings.contains(ending(name)) ? Optional.of(RAW) : byBytes;
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

    /** Whether a file counts as a photo by the ending of its name, be it one that is read here or not. */
    static boolean hasEnding(Path file) {
        String ending = ending(String.valueOf(file.getFileName()));
        return Arrays.stream(values()).anyMatch(format -> format.endings.contains(ending));
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** The formats that are read, for a message: "JPEG, PNG or WebP". */
    static String readableTitles() {
        String titles = Arrays.stream(values()).filter(format -> format.readable).map(PhotoFormat::title)
                .collect(Collectors.joining(", "));
        return titles.replaceFirst(", (\\S+)$", " or $1");
    }

    /** The refusal of a photo of this format. */
    UnreadablePhotoException notRead() {
        return new UnreadablePhotoException(UnreadablePhotoException.Kind.UNSUPPORTED,
                title + " is not read here; save or export it as a JPEG or PNG");
    }

    /** The format's name as a person knows it. */
    String title() {
        return title;
    }
}
