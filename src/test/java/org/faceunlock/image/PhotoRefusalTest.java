package org.faceunlock.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.faceunlock.image.SamplePhotos.find;
import static org.faceunlock.image.SamplePhotos.gradient;
import static org.faceunlock.image.SamplePhotos.join;
import static org.faceunlock.image.SamplePhotos.patched;
import static org.faceunlock.image.SamplePhotos.tiff;
import static org.faceunlock.image.SamplePhotos.write;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.CRC32;
import org.faceunlock.image.UnreadablePhotoException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoRefusalTest {

    @Test
    void aMissingFileIsMissing(@TempDir Path folder) {
        assertThat(refusal(folder.resolve("nobody.jpg")).kind()).isEqualTo(Kind.MISSING);
    }

    @Test
    void aFolderIsNotAPhoto(@TempDir Path folder) {
        assertThat(refusal(folder).kind()).isEqualTo(Kind.NO_ACCESS);
    }

    @Test
    void anEmptyFileIsEmpty(@TempDir Path folder) throws IOException {
        assertThat(refusal(Files.createFile(folder.resolve("nothing.jpg"))).kind()).isEqualTo(Kind.EMPTY);
    }

    @Test
    void textNamedJpgIsNotAPhoto(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("text.jpg"), "BMW, not a bitmap at all, honestly");
        UnreadablePhotoException refusal = refusal(file);
        assertThat(refusal.kind()).isEqualTo(Kind.NOT_A_PHOTO);
        assertThat(refusal).hasMessageContaining("text.jpg").hasMessageContaining("no photo");
    }

    @Test
    void aWebPageIsCalledAWebPage() {
        UnreadablePhotoException refusal = refusal("\n<!DOCTYPE html><html><body>Not found</body></html>".getBytes());
        assertThat(refusal.kind()).isEqualTo(Kind.NOT_A_PHOTO);
        assertThat(refusal.reason()).contains("web page");
    }

    @ParameterizedTest
    @CsvSource({"ftypheic, HEIC", "ftypmif1, HEIC", "ftypavif, AVIF"})
    void phoneFormatsAreNamedAndSentToBeExported(String brand, String title) {
        byte[] rest = (brand + "\0\0\0\0mif1heic").getBytes(StandardCharsets.ISO_8859_1);
        byte[] file = join(new byte[] {0, 0, 0, 24}, rest);
        UnreadablePhotoException refusal = refusal(file);
        assertThat(refusal.kind()).isEqualTo(Kind.UNSUPPORTED);
        assertThat(refusal.reason()).contains(title).contains("JPEG");
    }

    @ParameterizedTest
    @CsvSource({"a.jxl, JPEG XL, 0000000c4a584c20", "a.jp2, JPEG 2000, 0000000c6a502020", "a.psd, Photoshop, 38425053",
        "a.orf, Camera RAW, 4949524f", "a.raf, Camera RAW, 46554a4946494c4d4343442d524157",
        "a.jpg, Camera RAW, 49492a00100000004352", "a.x3f, Camera RAW, 0102030405",
        "A.NEF, Camera RAW, 4d4d002a00000008"})
    void formatsThatAreNotReadSayWhatToDo(String name, String title, String start) {
        byte[] file = Arrays.copyOf(HexFormat.of().parseHex(start), 600);
        UnreadablePhotoException refusal =
                catchThrowableOfType(UnreadablePhotoException.class, () -> PhotoReader.DEFAULT.read(file, name));
        assertThat(refusal.kind()).isEqualTo(Kind.UNSUPPORTED);
        assertThat(refusal.reason()).isEqualTo(title + " is not read here; save or export it as a JPEG or PNG");
    }

    @ParameterizedTest
    @CsvSource({"254, 1", "50706, 1"})
    void aTiffWhoseFirstPageIsAThumbnailIsCameraRawWhateverItsName(int tag, int value) {
        byte[] file = tiff(gradient(24, 16), 1);
        int directory = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN)
                .putShort(directory + 2 + 6 * 12, (short) tag).putInt(directory + 2 + 6 * 12 + 8, value);
        assertThat(refusal(file).reason()).startsWith("Camera RAW is not read here");
    }

    @Test
    void aFolderThatMayNotBeEnteredIsNotAMissingFile() {
        assertThat(refusal(Path.of("x".repeat(300), "a.jpg")).kind()).isEqualTo(Kind.NO_ACCESS);
    }

    @ParameterizedTest
    @CsvSource({"jpeg, 0.5", "jpeg, 0.05", "jpeg, 0.99", "png, 0.5", "png, 0.1", "png, 0.99", "bmp, 0.5", "bmp, 0.01",
        "gif, 0.5", "gif, 0.02", "tiff, 0.5", "tiff, 0.99"})
    void aFileThatWasCutOffIsRefused(String format, double part) {
        byte[] file = format.equals("tiff") ? tiff(gradient(120, 90), 1) : write(gradient(120, 90), format);
        UnreadablePhotoException refusal = refusal(Arrays.copyOf(file, (int) (file.length * part)));
        assertThat(refusal.kind()).isEqualTo(Kind.TRUNCATED);
        assertThat(refusal.reason()).contains("ends before its picture").contains("again");
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 20, 25, 40, 61})
    void aWebpThatWasCutOffIsRefused(int length) {
        byte[] cut = Arrays.copyOf(SamplePhotos.WEBP, Math.min(length, SamplePhotos.WEBP.length - 1));
        assertThat(refusal(cut).kind()).isIn(length < 15 ? Kind.NOT_A_PHOTO : Kind.TRUNCATED);
    }

    @Test
    void aJpegThatOnlyLacksItsLastTwoBytesIsRefused() {
        byte[] file = write(gradient(120, 90), "jpeg");
        assertThat(refusal(Arrays.copyOf(file, file.length - 2)).kind()).isEqualTo(Kind.TRUNCATED);
    }

    @Test
    void aPngWithoutItsEndChunkIsRefused() {
        byte[] file = write(gradient(120, 90), "png");
        assertThat(refusal(Arrays.copyOf(file, file.length - 12)).kind()).isEqualTo(Kind.TRUNCATED);
    }

    @Test
    void aJpegCutInHalfAndClosedAgainIsRefused() {
        byte[] file = write(noise(120, 90), "jpeg");
        byte[] half = join(Arrays.copyOf(file, file.length / 2), new byte[] {(byte) 0xff, (byte) 0xd9});
        assertThat(refusal(half).kind()).isEqualTo(Kind.BROKEN);
    }

    @Test
    void aPngWithOneWrongByteIsRefused() {
        byte[] file = write(noise(120, 90), "png");
        file[file.length / 2] ^= 1;
        assertThat(refusal(file).kind()).isEqualTo(Kind.BROKEN);
    }

    @Test
    void aPngWhosePictureIsTooShortIsRefused() {
        byte[] file = write(gradient(120, 90), "png");
        byte[] taller = patched(file, 22, 24, i -> i == 22 ? 1 : 0);
        assertThat(refusal(withHeaderChecksum(taller)).kind()).isIn(Kind.BROKEN, Kind.TRUNCATED);
    }

    @ParameterizedTest
    @CsvSource({"65500, 65500", "8001, 8000", "2147483647, 2147483647", "-1, -1", "1, 64000001"})
    void aPngThatClaimsTooManyPixelsIsRefusedByItsHeader(int width, int height) {
        byte[] file = write(gradient(4, 4), "png");
        ByteBuffer.wrap(file).putInt(16, width).putInt(20, height);
        assertThat(refusal(withHeaderChecksum(file)).kind()).isEqualTo(Kind.TOO_LARGE);
    }

    @Test
    void aJpegThatClaimsTooManyPixelsIsRefusedByItsHeader() {
        byte[] file = write(gradient(16, 16), "jpeg");
        int frame = find(file, 0xff, 0xc0);
        ByteBuffer.wrap(file).putShort(frame + 5, (short) 65500).putShort(frame + 7, (short) 65500);
        UnreadablePhotoException refusal = refusal(file);
        assertThat(refusal.kind()).isEqualTo(Kind.TOO_LARGE);
        assertThat(refusal.reason()).contains("65500 x 65500").contains("64 megapixels");
    }

    @Test
    void otherFormatsThatClaimTooManyPixelsAreRefusedByTheirHeaders() {
        byte[] gif = write(new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_INDEXED), "gif");
        Arrays.fill(gif, 6, 10, (byte) 0xff);
        assertThat(refusal(gif).kind()).isEqualTo(Kind.TOO_LARGE);
        byte[] bmp = write(gradient(4, 4), "bmp");
        ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).putInt(18, Integer.MAX_VALUE).putInt(22, Integer.MIN_VALUE);
        assertThat(refusal(bmp).kind()).isEqualTo(Kind.TOO_LARGE);
        byte[] tiff = tiff(gradient(4, 4), 1);
        ByteBuffer.wrap(tiff).order(ByteOrder.LITTLE_ENDIAN).putInt(8 + 48 + 2 + 8, -1).putInt(8 + 48 + 2 + 12 + 8, -1);
        assertThat(refusal(tiff).kind()).isEqualTo(Kind.TOO_LARGE);
        byte[] webp = patched(SamplePhotos.WEBP, 21, 25, i -> i == 24 ? 0x0f : 0xff);
        assertThat(refusal(webp).kind()).isEqualTo(Kind.TOO_LARGE);
    }

    @Test
    void theLimitIsTheReadersOwn() {
        byte[] file = write(new BufferedImage(1001, 1000, BufferedImage.TYPE_BYTE_GRAY), "png");
        assertThat(PhotoReader.upTo(2).read(file, "sample").width()).isEqualTo(1001);
        UnreadablePhotoException refusal =
                catchThrowableOfType(UnreadablePhotoException.class, () -> PhotoReader.upTo(1).read(file, "sample"));
        assertThat(refusal.kind()).isEqualTo(Kind.TOO_LARGE);
    }

    @ParameterizedTest
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    @ValueSource(strings = {"jpeg", "png", "gif", "bmp", "tiff", "webp", "lossy webp"})
    void randomDamageGivesAPhotoOrARefusalAndNothingElse(String format) {
        long seed = 77;
        System.out.println("PhotoRefusalTest " + format + " seed " + seed);
        Random random = new Random(seed);
        byte[] file = switch (format) {
            case "webp" -> SamplePhotos.WEBP;
            case "lossy webp" -> SamplePhotos.WEBP_LOSSY;
            default -> write(gradient(40, 30), format);
        };
        int refused = 0;
        for (int i = 0; i < 400; i++) {
            byte[] damaged = file.clone();
            for (int flips = 1 + random.nextInt(6); flips > 0; flips--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(PhotoReader.upTo(1).read(damaged, "damaged").width()).isPositive();
            } catch (UnreadablePhotoException e) {
                assertThat(e.reason()).isNotBlank().doesNotContain("\n");
                refused++;
            }
        }
        assertThat(refused).as("refused of 400").isPositive();
    }

    private static byte[] withHeaderChecksum(byte[] png) {
        CRC32 checksum = new CRC32();
        checksum.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) checksum.getValue());
        return png;
    }

    private static BufferedImage noise(int width, int height) {
        BufferedImage picture = gradient(width, height);
        Random random = new Random(5);
        for (int i = 0; i < width * height; i++) {
            picture.setRGB(i % width, i / width, random.nextInt(1 << 24));
        }
        return picture;
    }

    private static UnreadablePhotoException refusal(byte[] file) {
        return catchThrowableOfType(UnreadablePhotoException.class, () -> PhotoReader.DEFAULT.read(file, "sample"));
    }

    private static UnreadablePhotoException refusal(Path file) {
        return catchThrowableOfType(UnreadablePhotoException.class, () -> PhotoReader.DEFAULT.read(file));
    }
}
