package org.faceunlock.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;
import org.faceunlock.image.UnreadablePhotoException.Kind;

/**
 * A PNG photo: chunks walked to the end chunk, checksums of those that carry the picture checked, all others left out.
 *
 * <p>After PNG 1.2 and its eXIf extension; EXIF and XMP data are also looked for in text chunks, as Pillow does. An
 * animated PNG is its default picture.
 *
 * @param bareFile the file with nothing but what the picture needs
 */
record PngPhoto(byte[] bareFile, Orientation orientation) implements EncodedPhoto {

    private static final int SIGNATURE = 8;
    private static final Set<String> METADATA = Set.of("eXIf", "tEXt", "zTXt", "iTXt");
    private static final Set<String> PICTURE = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    static PngPhoto of(byte[] file, PixelLimit limit) {
        try {
            return walk(ByteBuffer.wrap(file), limit);
        } catch (IndexOutOfBoundsException e) {
            throw new UnreadablePhotoException(Kind.TRUNCATED,
                    "the PNG file ends before its picture does; copy or download it again", e);
        }
    }

    private static PngPhoto walk(ByteBuffer file, PixelLimit limit) {
        ByteArrayOutputStream bare = new ByteArrayOutputStream(file.limit());
        bare.write(file.array(), 0, SIGNATURE);
        OrientationTags tags = new OrientationTags();
        byte[] exif = {};
        byte[] profile = {};
        String type = "";
        for (int at = SIGNATURE; !type.equals("IEND");) {
            int length = file.getInt(at);
            type = type(file, at + 4, bare.size() == SIGNATURE);
            if (type.equals("IHDR")) {
                limit.check(Integer.toUnsignedLong(file.getInt(at + 8)), Integer.toUnsignedLong(file.getInt(at + 12)));
            }
            int end = end(file, at, length);
            if (PICTURE.contains(type)) {
                requireChecksum(file, at + 4, end - 4);
                bare.write(file.array(), at, end - at);
            } else if (METADATA.contains(type)) {
                byte[] data = Arrays.copyOfRange(file.array(), at + 8, end - 4);
                PngText text = type.equals("eXIf") ? new PngText("exif", data) : PngText.of(type, data);
                switch (text.keyword()) {
                    case "exif" -> exif = text.value();
                    case PngText.EXIF_PROFILE -> profile = text.profile();
                    case PngText.XMP -> tags.xmp(text.value());
                    default -> { }
                }
            }
            at = end;
        }
        tags.addExif(exif.length > 0 ? exif : profile);
        return new PngPhoto(bare.toByteArray(), tags.orientation());
    }

    private static String type(ByteBuffer file, int at, boolean first) {
        byte[] letters = new byte[4];
        file.get(at, letters);
        String type = new String(letters, StandardCharsets.ISO_8859_1);
        if (first != type.equals("IHDR")) {
            throw broken("its header is not its first chunk");
        }
        return type;
    }

    private static int end(ByteBuffer file, int at, int length) {
        if (length < 0) {
            throw broken("a chunk claims an impossible length");
        }
        long end = at + 12L + length;
        if (end > file.limit()) {
            throw new IndexOutOfBoundsException("chunk at %s ends at %s of %s".formatted(at, end, file.limit()));
        }
        return (int) end;
    }

    private static void requireChecksum(ByteBuffer file, int from, int to) {
        CRC32 checksum = new CRC32();
        checksum.update(file.array(), from, to - from);
        if ((int) checksum.getValue() != file.getInt(to)) {
            throw broken("a checksum does not fit");
        }
    }

    private static UnreadablePhotoException broken(String what) {
        return new UnreadablePhotoException(Kind.BROKEN,
                "the PNG file is damaged (%s); use another copy".formatted(what));
    }

    @Override
    public RgbImage decode() throws IOException {
        return RgbImage.of(ImageIoCodec.PNG.picture(bareFile));
    }
}
