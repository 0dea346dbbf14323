package org.faceunlock.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.faceunlock.image.UnreadablePhotoException.Kind;

/**
 * The first page of a TIFF file.
 *
 * <p>After TIFF 6.0: strips and tiles must lie within the file, and a tile counts against the pixel limit as the page
 * does. A first page that is a thumbnail of another, and the mark of DNG, tell a camera RAW file, which is refused
 * whatever its name.
 */
record TiffPhoto(byte[] file, Orientation orientation) implements EncodedPhoto {

    private static final int NEW_SUBFILE_TYPE = 254;
    private static final int REDUCED = 1;
    private static final int DNG_VERSION = 50706;
    private static final int STRIP_OFFSETS = 273;
    private static final int STRIP_BYTES = 279;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_HEIGHT = 323;
    private static final int TILE_OFFSETS = 324;
    private static final int TILE_BYTES = 325;

    static TiffPhoto of(byte[] file, PixelLimit limit) {
        TiffDirectory page = TiffDirectory.first(ByteBuffer.wrap(file)).filter(directory -> !directory.isCut())
                .orElseThrow(TiffPhoto::truncated);
        if ((page.number(NEW_SUBFILE_TYPE, 0) & REDUCED) != 0 || page.numbers(DNG_VERSION).length > 0) {
            throw PhotoFormat.RAW.notRead();
        }
        limit.check(page.number(TiffDirectory.WIDTH, 0), page.number(TiffDirectory.HEIGHT, 0));
        limit.check(page.number(TILE_WIDTH, 1), page.number(TILE_HEIGHT, 1));
        requireWithin(file.length, page.numbers(STRIP_OFFSETS), page.numbers(STRIP_BYTES));
        requireWithin(file.length, page.numbers(TILE_OFFSETS), page.numbers(TILE_BYTES));
        OrientationTags xmp = new OrientationTags();
        xmp.xmp(page.xmp());
        return new TiffPhoto(file, page.orientation().orElseGet(xmp::orientation));
    }

    private static void requireWithin(int length, long[] offsets, long[] bytes) {
        for (int i = 0; i < offsets.length; i++) {
            long end = offsets[i] + (i < bytes.length ? bytes[i] : 0);
            if (end > length) {
                throw truncated();
            }
        }
    }

    private static UnreadablePhotoException truncated() {
        return new UnreadablePhotoException(Kind.TRUNCATED,
                "the TIFF file ends before its picture does; copy or download it again");
    }

    @Override
    public RgbImage decode() throws IOException {
        return RgbImage.of(ImageIoCodec.TIFF.picture(file));
    }
}
