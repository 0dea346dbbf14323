package org.faceunlock.image;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.IntUnaryOperator;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Photo files made on the spot: plain gradients, written by ImageIO or by hand, and their insides tampered with. */
final class SamplePhotos {

    /** 7x5, lossless; pixel x, y is (36x mod 256, 60y, 9xy+3). */
    static final byte[] WEBP = Base64.getDecoder().decode(
            "UklGRjYAAABXRUJQVlA4TCkAAAAvBgABAJkyRPQ/NlH86H9AIdsI0MDOn+xFGBIyadtQu12NCcCZFZA9AQA=");
    /** 3x2, lossless: (200,10,30), transparent, half red; (1,2,3), a quarter blue, (9,9,9). */
    static final byte[] WEBP_WITH_ALPHA = Base64.getDecoder().decode(
            "UklGRkoAAABXRUJQVlA4TD4AAAAvAkAAEC9AJm3T9pt/v9NBJm3TvvPvZ9JKJmAxXALoX9RBkG0ztI3s6A+AzN8"
            + "juXV+QEHaBizunpBF9D+WFw==");
    /** 24x16, lossy, all of about (181, 120, 63). */
    static final byte[] WEBP_LOSSY = Base64.getDecoder().decode(
            "UklGRkQAAABXRUJQVlA4IDgAAABQAwCdASoYABAAPjEUiEKiISEYBAAgAwSgB2APwA/AABlbAACb//+pwlyDH0m///oR0UND3AAAAA==");

    private SamplePhotos() {}

    /** A soft gradient of all three colours that JPEG keeps to within a few levels. */
    static BufferedImage gradient(int width, int height) {
        return fill(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB));
    }

    static BufferedImage fill(BufferedImage picture) {
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                picture.setRGB(x, y, 0xff000000 | (40 + x) << 16 | (60 + y) << 8 | (90 + x / 2 + y / 2));
            }
        }
        return picture;
    }

    static byte[] write(BufferedImage picture, String format) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture, format, new MemoryCacheImageOutputStream(file))) {
                throw new AssertionError("no writer for " + format + " of " + picture);
            }
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JPEG of one colour, stored as these component values without any conversion. */
    static byte[] rawJpeg(int width, int height, int... components) throws IOException {
        WritableRaster raster = Raster.createInterleavedRaster(0, width, height, components.length, null);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                raster.setPixel(x, y, components);
            }
        }
        ImageWriter writer = jdkJpegWriter();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(file)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(raster, null, null), null);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }

    private static ImageWriter jdkJpegWriter() {
        var writers = ImageIO.getImageWritersByFormatName("jpeg");
        while (writers.hasNext()) {
            ImageWriter writer = writers.next();
            if (writer.getClass().getName().startsWith("com.sun.")) {
                return writer;
            }
        }
        throw new AssertionError("no JPEG writer of the JDK");
    }

    /** The file with some bytes put in at a place. */
    static byte[] insert(byte[] file, int at, byte[] more) {
        return ByteBuffer.allocate(file.length + more.length)
                .put(file, 0, at).put(more).put(file, at, file.length - at).array();
    }

    /** A JPEG segment. */
    static byte[] segment(int marker, byte[] content) {
        return ByteBuffer.allocate(content.length + 4)
                .put((byte) 0xff).put((byte) marker).putShort((short) (content.length + 2)).put(content).array();
    }

    /** The JPEG with an application segment in front of all others. */
    static byte[] withSegment(byte[] jpeg, int marker, String label, byte[] content) {
        return insert(jpeg, 2, segment(marker, join(label.getBytes(StandardCharsets.ISO_8859_1), content)));
    }

    /** The PNG with a chunk right behind its header chunk. */
    static byte[] withChunk(byte[] png, String type, byte[] content) {
        byte[] named = join(type.getBytes(StandardCharsets.ISO_8859_1), content);
        CRC32 checksum = new CRC32();
        checksum.update(named);
        byte[] chunk = ByteBuffer.allocate(named.length + 8)
                .putInt(content.length).put(named).putInt((int) checksum.getValue()).array();
        return insert(png, 8 + 25, chunk);
    }

    /** The lossless {@link #WEBP} in the extended container, with EXIF data behind the picture. */
    static byte[] webpWithExif(byte[] exif) {
        byte[] picture = new byte[WEBP.length - 12];
        System.arraycopy(WEBP, 12, picture, 0, picture.length);
        int padded = exif.length + (exif.length & 1);
        ByteBuffer file = ByteBuffer.allocate(12 + 18 + picture.length + 8 + padded).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(file.capacity() - 8);
        file.put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10).putInt(0x08);
        file.put(new byte[] {6, 0, 0, 4, 0, 0}).put(picture);
        return file.put("EXIF".getBytes(StandardCharsets.US_ASCII)).putInt(exif.length).put(exif).array();
    }

    /** EXIF data with nothing but the orientation. */
    static byte[] exif(int orientation, ByteOrder order) {
        ByteBuffer tiff = ByteBuffer.allocate(26).order(order);
        tiff.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(StandardCharsets.US_ASCII));
        tiff.putShort((short) 42).putInt(8).putShort((short) 1);
        tiff.putShort((short) 274).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0);
        return tiff.putInt(0).array();
    }

    /** An uncompressed RGB TIFF of one strip. */
    static byte[] tiff(BufferedImage picture, int orientation) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        byte[] strip = RgbImage.of(picture).toBytes();
        int[][] fields = {{256, width}, {257, height}, {258, 8}, {259, 1}, {262, 2}, {273, 8}, {274, orientation},
            {277, 3}, {278, height}, {279, strip.length}};
        int directory = 8 + strip.length + (strip.length & 1);
        ByteBuffer file = ByteBuffer.allocate(directory + 2 + 12 * fields.length + 4).order(ByteOrder.LITTLE_ENDIAN);
        file.put("II*\0".getBytes(StandardCharsets.US_ASCII)).putInt(directory).put(strip).position(directory);
        file.putShort((short) fields.length);
        for (int[] field : fields) {
            file.putShort((short) field[0]).putShort((short) 4).putInt(1).putInt(field[1]);
        }
        return file.putInt(0).array();
    }

    static byte[] join(byte[] one, byte[] other) {
        return insert(other, 0, one);
    }

    /** The first place of a byte pair. */
    static int find(byte[] file, int one, int other) {
        for (int i = 0; i + 1 < file.length; i++) {
            if ((file[i] & 0xff) == one && (file[i + 1] & 0xff) == other) {
                return i;
            }
        }
        throw new AssertionError("no bytes %02x %02x".formatted(one, other));
    }

    /** The file with each byte changed by a rule of its place from a place on. */
    static byte[] patched(byte[] file, int from, int to, IntUnaryOperator byteAt) {
        byte[] patched = file.clone();
        for (int i = from; i < to; i++) {
            patched[i] = (byte) byteAt.applyAsInt(i);
        }
        return patched;
    }
}
