package org.faceunlock.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.faceunlock.image.SamplePhotos.fill;
import static org.faceunlock.image.SamplePhotos.gradient;
import static org.faceunlock.image.SamplePhotos.rawJpeg;
import static org.faceunlock.image.SamplePhotos.withSegment;
import static org.faceunlock.image.SamplePhotos.write;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoReaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "tiff"})
    void losslessFormatsKeepEveryPixel(String format) {
        assertThat(read(write(gradient(61, 43), format))).isEqualTo(RgbImage.of(gradient(61, 43)));
    }

    @Test
    void aJpegIsWithinAFewLevelsOfWhatWasWritten() {
        RgbImage photo = read(write(gradient(61, 43), "jpeg"));
        Difference difference = Difference.between(photo, RgbImage.of(gradient(61, 43)));
        assertThat(difference.largest()).as(difference.toString()).isLessThanOrEqualTo(6);
    }

    @Test
    void aGifKeepsTheColoursOfItsPalette() {
        BufferedImage picture = fill(new BufferedImage(20, 9, BufferedImage.TYPE_BYTE_INDEXED));
        assertThat(read(write(picture, "gif"))).isEqualTo(RgbImage.of(picture));
    }

    @Test
    void losslessWebpKeepsEveryPixel() {
        RgbImage photo = read(SamplePhotos.WEBP);
        byte[] expected = new byte[7 * 5 * 3];
        for (int i = 0; i < 35; i++) {
            int x = i % 7;
            int y = i / 7;
            expected[3 * i] = (byte) (36 * x);
            expected[3 * i + 1] = (byte) (60 * y);
            expected[3 * i + 2] = (byte) (9 * x * y + 3);
        }
        assertThat(photo).isEqualTo(RgbImage.of(7, 5, expected));
    }

    @Test
    void lossyWebpIsWithinAFewLevels() {
        RgbImage photo = read(SamplePhotos.WEBP_LOSSY);
        assertThat(photo.width()).isEqualTo(24);
        assertThat(photo.value(5, 5, 0)).isBetween(178, 184);
        assertThat(photo.value(5, 5, 1)).isBetween(117, 123);
        assertThat(photo.value(5, 5, 2)).isBetween(60, 66);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "bmp", "tiff"})
    void greyStaysTheGreyThatIsStored(String format) {
        BufferedImage grey = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        grey.getRaster().setSamples(0, 0, 16, 16, 0, IntStream.generate(() -> 128).limit(256).toArray());
        assertThat(read(write(grey, format)).toBytes()).containsOnly(128);
    }

    @Test
    void sixteenBitValuesKeepTheirUpperEight() {
        ComponentColorModel deep = new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, 1,
                DataBuffer.TYPE_USHORT);
        WritableRaster raster = deep.createCompatibleWritableRaster(3, 1);
        raster.setPixels(0, 0, 3, 1, new int[] {0x1234, 0xff00, 0, 0x80ff, 0x7fff, 0xffff, 0xfe, 0x100, 0x1ff});
        byte[] file = write(new BufferedImage(deep, raster, false, null), "png");
        assertThat(read(file).toBytes()).containsExactly(0x12, 0xff, 0, 0x80, 0x7f, 0xff, 0, 1, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "tiff"})
    void transparencyIsLaidOnWhite(String format) {
        BufferedImage picture = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(0, 0, 0xff112233);
        picture.setRGB(1, 0, 0x00112233);
        picture.setRGB(2, 0, 0x80ff0000);
        assertThat(read(write(picture, format)).toBytes())
                .containsExactly(0x11, 0x22, 0x33, 255, 255, 255, 255, 127, 127);
    }

    @Test
    void transparentWebpIsLaidOnWhite() {
        assertThat(read(SamplePhotos.WEBP_WITH_ALPHA).toBytes())
                .containsExactly(200, 10, 30, 255, 255, 255, 255, 127, 127, 1, 2, 3, 191, 191, 255, 9, 9, 9);
    }

    @Test
    void aPaletteWithATransparentColourIsLaidOnWhite() {
        byte[] rgb = {10, 20, 30, 40, 50, 60};
        BufferedImage picture = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, 2, rgb, 0, false, 1));
        picture.getRaster().setPixels(0, 0, 2, 1, new int[] {0, 1});
        assertThat(read(write(picture, "png")).toBytes()).containsExactly(10, 20, 30, 255, 255, 255);
        assertThat(read(write(picture, "gif")).toBytes()).containsExactly(10, 20, 30, 255, 255, 255);
    }

    @ParameterizedTest
    @CsvSource({"255,255,255,255, 255,255,255", "255,255,255,0, 0,0,0", "0,255,255,255, 0,255,255",
        "155,255,55,200, 122,200,43"})
    void inksBecomeLight(int c, int m, int y, int k, int red, int green, int blue) throws IOException {
        // stored inverted: what remains of each ink times what remains of black
        assertThat(firstPixel(read(rawJpeg(16, 16, c, m, y, k)))).containsExactly(red, green, blue);
    }

    @ParameterizedTest
    @CsvSource({"0,128,128,255, 255,255,255", "200,128,128,255, 55,55,55", "200,128,128,0, 0,0,0",
        "76,85,255,255, 1,255,255"})
    void inksStoredAsLumaAndChromaBecomeLight(int luma, int cb, int cr, int k, int red, int green, int blue)
            throws IOException {
        byte[] jpeg = withSegment(rawJpeg(16, 16, luma, cb, cr, k), 0xee, "Adobe", new byte[] {0, 100, 0, 0, 0, 0, 2});
        assertThat(firstPixel(read(jpeg))).containsExactly(red, green, blue);
    }

    @Test
    void threeComponentsAreRedGreenAndBlueWhereTheAdobeMarkerSaysSo() throws IOException {
        byte[] bare = rawJpeg(16, 16, 200, 100, 50);
        assertThat(new String(bare, StandardCharsets.ISO_8859_1)).as("a raster as the JDK writes it")
                .doesNotContain("JFIF");
        byte[] rgb = withSegment(bare, 0xee, "Adobe", new byte[] {0, 100, 0, 0, 0, 0, 0});
        assertThat(firstPixel(read(rgb))).containsExactly(200, 100, 50);
        byte[] ycc = withSegment(bare, 0xe0, "JFIF\0", new byte[] {1, 2, 0, 0, 1, 0, 1, 0, 0});
        assertThat(firstPixel(read(ycc))).containsExactly(91, 255, 150);
    }

    @Test
    void aColourProfileInAJpegHasNoSay() throws IOException {
        byte[] plain = write(gradient(61, 43), "jpeg");
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        for (byte[] content : List.of(profile, "no profile at all".getBytes())) {
            byte[] tagged = withSegment(plain, 0xe2, "ICC_PROFILE\0\1\1", content);
            assertThat(read(tagged)).isEqualTo(read(plain));
        }
    }

    @Test
    void theFrameOfAGifLiesAtItsPlaceOnWhite() {
        BufferedImage picture = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, 2, new byte[] {10, 20, 30, 40, 50, 60}, 0, false));
        picture.getRaster().setPixels(0, 0, 2, 1, new int[] {0, 1});
        byte[] gif = write(picture, "gif");
        gif[6] = 4;
        gif[8] = 3;
        int frame = SamplePhotos.find(gif, 0x2c, 0);
        gif[frame + 1] = 1;
        gif[frame + 3] = 2;
        RgbImage photo = read(gif);
        assertThat(photo.toString()).isEqualTo("RgbImage 4x3");
        byte[] expected = new byte[4 * 3 * 3];
        Arrays.fill(expected, (byte) 255);
        System.arraycopy(new byte[] {10, 20, 30, 40, 50, 60}, 0, expected, (2 * 4 + 1) * 3, 6);
        assertThat(photo).isEqualTo(RgbImage.of(4, 3, expected));
    }

    @Test
    void theBytesDecideAndNotTheName(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("really-a-png.jpg"), write(gradient(30, 20), "png"));
        assertThat(PhotoReader.DEFAULT.read(file)).isEqualTo(RgbImage.of(gradient(30, 20)));
    }

    @Test
    void aStreamIsReadLikeAFileAndLeftOpen() throws IOException {
        boolean[] closed = {false};
        ByteArrayInputStream stream = new ByteArrayInputStream(write(gradient(300, 200), "png")) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        assertThat(PhotoReader.DEFAULT.read(stream, "stream")).isEqualTo(RgbImage.of(gradient(300, 200)));
        assertThat(closed[0]).isFalse();
    }

    @Test
    void whatFollowsTheEndOfAJpegIsIgnored() {
        byte[] plain = write(gradient(61, 43), "jpeg");
        assertThat(read(SamplePhotos.join(plain, new byte[5000]))).isEqualTo(read(plain));
    }

    @Test
    void manyThreadsReadTheSamePixels() {
        byte[] jpeg = write(gradient(200, 150), "jpeg");
        RgbImage expected = read(jpeg);
        long equal = IntStream.range(0, 200).parallel().mapToObj(i -> read(jpeg)).filter(expected::equals).count();
        assertThat(equal).isEqualTo(200);
    }

    @Test
    void aLimitThatNoPhotoCouldMeetIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> PhotoReader.upTo(0))
                .withMessageContaining("maximum megapixels").withMessageContaining("0");
    }

    private static RgbImage read(byte[] file) {
        return PhotoReader.DEFAULT.read(file, "sample");
    }

    private static int[] firstPixel(RgbImage image) {
        return new int[] {image.value(0, 0, 0), image.value(0, 0, 1), image.value(0, 0, 2)};
    }
}
