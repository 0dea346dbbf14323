package org.faceunlock.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.faceunlock.image.SamplePhotos.gradient;
import static org.faceunlock.image.SamplePhotos.withChunk;
import static org.faceunlock.image.SamplePhotos.write;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.faceunlock.image.UnreadablePhotoException.Kind;
import org.junit.jupiter.api.Test;

/** Small files that would become large: what they cost is bounded by what their header may claim. */
class BombPhotoTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int MEGABYTE = 1 << 20;

    private record Cost(Optional<Kind> refusal, int width, long bytes) {}

    @Test
    void aPngOf20000By20000IsRefusedByItsHeader() throws IOException {
        Cost cost = cost(PhotoReader.DEFAULT, png(20_000, 20_000, 20_000L * 20_001));
        assertThat(cost.refusal()).contains(Kind.TOO_LARGE);
        assertThat(cost.bytes()).isLessThan(16 * MEGABYTE);
    }

    @Test
    void aPngThatInflatesToMoreThanItsSizeIsReadWithoutTheRest() throws IOException {
        Cost cost = cost(PhotoReader.DEFAULT, png(100, 100, 1L << 30));
        assertThat(cost.width()).isEqualTo(100);
        assertThat(cost.bytes()).isLessThan(16 * MEGABYTE);
    }

    @Test
    void aPngWithTextThatInflatesToAGigabyteCostsAFewMegabytes() throws IOException {
        byte[] zeros = zeros(1L << 30);
        byte[] png = write(gradient(40, 30), "png");
        for (String type : new String[] {"zTXt", "iTXt", "iCCP"}) {
            byte[] head = type.equals("iTXt") ? "XML:com.adobe.xmp\0\1\0\0\0".getBytes(StandardCharsets.ISO_8859_1)
                    : "XML:com.adobe.xmp\0\0".getBytes(StandardCharsets.ISO_8859_1);
            Cost cost = cost(PhotoReader.DEFAULT, withChunk(png, type, SamplePhotos.join(head, zeros)));
            assertThat(cost.width()).as(type).isEqualTo(40);
            assertThat(cost.bytes()).as(type).isLessThan(32 * MEGABYTE);
        }
    }

    @Test
    void aTiffWhoseStripInflatesToAGigabyteCostsWhatItsSizeAllows() throws IOException {
        Cost cost = cost(PhotoReader.DEFAULT, deflatedTiff(100, 100, 1L << 30));
        assertThat(cost.bytes()).isLessThan(64 * MEGABYTE);
    }

    @Test
    void aTiffOf20000By20000IsRefusedByItsHeader() throws IOException {
        Cost cost = cost(PhotoReader.DEFAULT, deflatedTiff(20_000, 20_000, 1L << 20));
        assertThat(cost.refusal()).contains(Kind.TOO_LARGE);
        assertThat(cost.bytes()).isLessThan(16 * MEGABYTE);
    }

    @Test
    void anAnimationOfManyLargeFramesCostsItsFirst() throws IOException {
        byte[] gif = write(new BufferedImage(1000, 1000, BufferedImage.TYPE_BYTE_INDEXED), "gif");
        int frame = 13 + (3 << (gif[10] & 7) + 1);
        ByteArrayOutputStream animation = new ByteArrayOutputStream();
        animation.write(gif, 0, gif.length - 1);
        for (int i = 0; i < 2000; i++) {
            animation.write(gif, frame, gif.length - 1 - frame);
        }
        animation.write(';');
        Cost cost = cost(PhotoReader.DEFAULT, animation.toByteArray());
        assertThat(cost.width()).isEqualTo(1000);
        assertThat(cost.bytes()).isLessThan(32L * MEGABYTE + 2L * animation.size());
    }

    @Test
    void aLargePhotoWithinTheLimitCostsWhatItsPixelsCost() throws IOException {
        Cost cost = cost(PhotoReader.upTo(10), png(3000, 3000, 3000L * 3001));
        assertThat(cost.width()).isEqualTo(3000);
        assertThat(cost.bytes()).isLessThan(16L * 9_000_000 + 16 * MEGABYTE);
    }

    @Test
    void aJpegOfAHundredScansIsReadOrRefusedInTime() throws IOException {
        byte[] jpeg = PhotoCorpus.progressive(gradient(1500, 1500));
        int lastScan = lastScan(jpeg);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(jpeg, 0, jpeg.length - 2);
        for (int i = 0; i < 85; i++) {
            file.write(jpeg, lastScan, jpeg.length - 2 - lastScan);
        }
        file.write(jpeg, jpeg.length - 2, 2);
        Cost cost = cost(PhotoReader.DEFAULT, file.toByteArray());
        assertThat(cost.bytes()).isLessThan(16L * 2_250_000 + 16 * MEGABYTE + 4L * file.size());
    }

    @Test
    void oneByOneAndOneByManyAreRead() throws IOException {
        for (int[] size : new int[][] {{1, 1}, {1, 5000}, {5000, 1}, {1, 65_535}}) {
            for (String format : new String[] {"jpeg", "png", "gif", "bmp"}) {
                BufferedImage picture = new BufferedImage(size[0], size[1], BufferedImage.TYPE_INT_RGB);
                boolean tooTall = format.equals("jpeg") && size[1] > 65_500; // libjpeg's limit
                if (!tooTall) {
                    Cost cost = cost(PhotoReader.DEFAULT, write(picture, format));
                    assertThat(cost.width()).as("%s of %s", format, Arrays.toString(size)).isEqualTo(size[0]);
                }
            }
        }
    }

    private static Cost cost(PhotoReader reader, byte[] file) {
        return assertTimeoutPreemptively(LIMIT, () -> {
            long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
            Optional<Kind> refusal = Optional.empty();
            int width = 0;
            try {
                width = reader.read(file, "bomb").width();
            } catch (UnreadablePhotoException e) {
                refusal = Optional.of(e.kind());
            }
            return new Cost(refusal, width, THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before);
        });
    }

    private static byte[] zeros(long count) throws IOException {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        byte[] block = new byte[MEGABYTE];
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream out = new DeflaterOutputStream(deflated, fast, 1 << 16)) {
            for (long left = count; left > 0; left -= block.length) {
                out.write(block, 0, (int) Math.min(left, block.length));
            }
        }
        return deflated.toByteArray();
    }

    /** A grey PNG whose picture inflates to so many zeros. */
    private static byte[] png(int width, int height, long inflated) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(png, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8).array());
        chunk(png, "IDAT", zeros(inflated));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] content) throws IOException {
        byte[] named = SamplePhotos.join(type.getBytes(StandardCharsets.US_ASCII), content);
        CRC32 checksum = new CRC32();
        checksum.update(named);
        png.write(ByteBuffer.allocate(4).putInt(content.length).array());
        png.write(named);
        png.write(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    }

    private static byte[] deflatedTiff(int width, int height, long inflated) throws IOException {
        byte[] strip = zeros(inflated);
        int[][] fields = {{256, width}, {257, height}, {258, 8}, {259, 8}, {262, 1}, {273, 8}, {277, 1}, {278, height},
            {279, strip.length}};
        int directory = 8 + strip.length + (strip.length & 1);
        ByteBuffer file = ByteBuffer.allocate(directory + 2 + 12 * fields.length + 4).order(ByteOrder.LITTLE_ENDIAN);
        file.put("II*\0".getBytes(StandardCharsets.US_ASCII)).putInt(directory).put(strip).position(directory);
        file.putShort((short) fields.length);
        for (int[] field : fields) {
            file.putShort((short) field[0]).putShort((short) 4).putInt(1).putInt(field[1]);
        }
        return file.putInt(0).array();
    }

    private static int lastScan(byte[] jpeg) {
        for (int at = jpeg.length - 4; at > 0; at--) {
            if ((jpeg[at] & 0xff) == 0xff && (jpeg[at + 1] & 0xff) == 0xda) {
                return at;
            }
        }
        throw new AssertionError("no scan");
    }
}
