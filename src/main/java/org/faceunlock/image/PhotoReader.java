package org.faceunlock.image;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.faceunlock.image.UnreadablePhotoException.Kind;

/**
 * Reads a photo of any usual format as upright sRGB pixels. Immutable and thread-safe.
 *
 * <p>The format is told by the bytes, not by the file's name, but for camera RAW files, which are refused. JPEG (also
 * grey and CMYK), PNG, GIF (first frame), BMP, TIFF (first page) and WebP are read; orientation by EXIF or XMP is
 * applied as Pillow does; colour profiles are ignored, as in the reference; what is transparent is laid on white.
 * Photos that are cut off or too large are refused, the size by the header alone.
 *
 * <p>Memory: a photo takes 3 bytes a pixel, and about 10 while it is decoded; 64 megapixels want about 640 MB of heap.
 * A photo for which there is too little is refused as too large, and the reason says how much it wants.
 *
 * @param maximumMegapixels the most pixels accepted, in millions, 1 to 700
 */
public record PhotoReader(int maximumMegapixels) {

    /** Up to 64 megapixels. */
    public static final PhotoReader DEFAULT = new PhotoReader(64);

    private static final int START_BYTES = 512;

    public PhotoReader {
        new PixelLimit(maximumMegapixels);
    }

    /** A reader that accepts up to this many million pixels. */
    public static PhotoReader upTo(int megapixels) {
        return new PhotoReader(megapixels);
    }

    /**
     * Reads the photo of a file.
     *
     * @throws UnreadablePhotoException if there is no such file, or no photo that can be read in it
     */
    public RgbImage read(Path file) {
        return read(load(file), file.toString());
    }

    /**
     * The bytes of a photo's file, for {@link #read(byte[], String)}; only the start was looked at.
     *
     * @throws UnreadablePhotoException if there is no such file, or it starts like no photo that can be read
     */
    public byte[] load(Path file) {
        String name = file.toString();
        requireFile(file, name);
        try (InputStream input = Files.newInputStream(file)) {
            return load(input, name);
        } catch (AccessDeniedException e) {
            throw refusal(Kind.NO_ACCESS, "the file may not be read; check its permissions", e, name);
        } catch (IOException e) {
            throw refusal(Kind.NO_ACCESS, "the file could not be read (%s); try again or use another copy", e, name);
        } catch (OutOfMemoryError e) {
            throw refusal(Kind.TOO_LARGE, MemoryWanted.words("reading the file wants", 3 * file.toFile().length()),
                    null, name);
        }
    }

    private static void requireFile(Path file, String name) {
        if (Files.notExists(file)) {
            throw refusal(Kind.MISSING, "there is no such file; check the path", null, name);
        }
        if (!Files.exists(file)) {
            throw refusal(Kind.NO_ACCESS, Files.isSymbolicLink(file)
                    ? "the link leads in a circle, or where it may not be followed; name the photo itself"
                    : "its folder may not be entered; check the permissions", null, name);
        }
        if (!Files.isRegularFile(file)) {
            throw refusal(Kind.NO_ACCESS, "this is a folder or a device, not a file; name a file", null, name);
        }
    }

    /**
     * Reads the photo of a stream, which is left open.
     *
     * @param name what to call the photo in an error
     * @throws IOException if the stream itself fails
     * @throws UnreadablePhotoException if its bytes are no photo that can be read
     */
    public RgbImage read(InputStream input, String name) throws IOException {
        return read(load(input, name), name);
    }

    /**
     * The bytes of a photo's stream, which is left open, for {@link #read(byte[], String)}.
     *
     * @throws IOException if the stream itself fails
     * @throws UnreadablePhotoException if it starts like no photo that can be read, or has more bytes than the limit
     */
    public byte[] load(InputStream input, String name) throws IOException {
        byte[] start = input.readNBytes(START_BYTES);
        format(start, name);
        int most = (int) limit().bytes();
        byte[] rest = input.readNBytes(most - start.length);
        if (input.read() >= 0) {
            throw refusal(Kind.TOO_LARGE, "the file has more than the %s MB that a photo of %s megapixels needs; "
                    .formatted(most >> 20, maximumMegapixels) + "make it smaller, or raise the limit", null, name);
        }
        byte[] file = Arrays.copyOf(start, start.length + rest.length);
        System.arraycopy(rest, 0, file, start.length, rest.length);
        return file;
    }

    /**
     * Reads the photo that these bytes are, one whole file.
     *
     * @param name what to call the photo in an error
     * @throws UnreadablePhotoException if they are no photo that can be read
     */
    public RgbImage read(byte[] file, String name) {
        PhotoFormat format = format(file, name);
        PixelLimit limit = limit();
        try {
            EncodedPhoto photo = open(format, file, limit);
            return photo.orientation().upright(photo.decode());
        } catch (UnreadablePhotoException e) {
            throw e.named(name);
        } catch (OutOfMemoryError e) {
            throw limit.tooLargeForTheHeap().named(name);
        } catch (EOFException e) {
            throw refusal(Kind.TRUNCATED, "the " + format.title()
                    + " file ends before its picture does; copy or download it again", e, name);
        } catch (IOException | RuntimeException e) {
            if (MemoryWanted.isBehind(e)) {
                throw limit.tooLargeForTheHeap().named(name);
            }
            throw refusal(Kind.BROKEN, "the " + format.title() + " file is damaged (%s); use another copy", e, name);
        }
    }

    private static EncodedPhoto open(PhotoFormat format, byte[] file, PixelLimit limit) {
        return switch (format) {
            case JPEG -> JpegPhoto.of(file, limit);
            case PNG -> PngPhoto.of(file, limit);
            case GIF -> GifPhoto.of(file, limit);
            case BMP -> BmpPhoto.of(file, limit);
            case TIFF -> TiffPhoto.of(file, limit);
            case WEBP -> WebpPhoto.of(file, limit);
            case RAW, HEIC, AVIF, JPEG_XL, JPEG_2000, BIG_TIFF, PHOTOSHOP -> throw format.notRead();
        };
    }

    private static PhotoFormat format(byte[] start, String name) {
        if (start.length == 0) {
            throw refusal(Kind.EMPTY, "the file is empty; copy or download it again", null, name);
        }
        return PhotoFormat.of(start, name).orElseThrow(() -> refusal(Kind.NOT_A_PHOTO, notAPhoto(start), null, name));
    }

    private static String notAPhoto(byte[] start) {
        String text = new String(start, 0, Math.min(start.length, START_BYTES), StandardCharsets.ISO_8859_1);
        String lower = text.strip().toLowerCase(Locale.ROOT);
        return lower.startsWith("<!doctype html") || lower.startsWith("<html")
                ? "this is a web page, not a photo; download the photo itself"
                : "this is no photo, whatever its name says; use a "
                        + PhotoFormat.readableTitles() + " file";
    }

    /** A refusal; where the reason has room for it, the first line of what the cause says goes into it. */
    private static UnreadablePhotoException refusal(Kind kind, String reason, Exception cause, String name) {
        if (cause == null) {
            return new UnreadablePhotoException(kind, reason).named(name);
        }
        String said = Optional.ofNullable(cause.getMessage()).flatMap(text -> text.lines().findFirst())
                .orElse("its inside makes no sense");
        return new UnreadablePhotoException(kind, reason.replace("%s", said), cause).named(name);
    }

    private PixelLimit limit() {
        return new PixelLimit(maximumMegapixels);
    }
}
