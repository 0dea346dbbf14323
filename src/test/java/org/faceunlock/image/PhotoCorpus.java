package org.faceunlock.image;

import static org.faceunlock.image.SamplePhotos.gradient;
import static org.faceunlock.image.SamplePhotos.write;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** One sound photo of each kind that is read, small enough to be damaged ten thousand times. All made on the spot. */
final class PhotoCorpus {

    private PhotoCorpus() {
    }

    /** By name, which ends as the file would. */
    static Map<String, byte[]> sound() throws IOException {
        Map<String, byte[]> photos = new LinkedHashMap<>();
        photos.put("plain.jpg", write(gradient(120, 90), "jpeg"));
        photos.put("progressive.jpg", progressive(gradient(120, 90)));
        photos.put("ink.jpg", SamplePhotos.rawJpeg(64, 48, 10, 60, 120, 30));
        photos.put("grey.jpg", write(new BufferedImage(64, 48, BufferedImage.TYPE_BYTE_GRAY), "jpeg"));
        photos.put("ycck.jpg", SamplePhotos.withSegment(SamplePhotos.rawJpeg(64, 48, 10, 60, 120, 30), 0xee, "Adobe",
                new byte[] {0, 100, 0, 0, 0, 0, 2}));
        photos.put("exif.jpg", SamplePhotos.withSegment(photos.get("plain.jpg"), 0xe1, "Exif\0\0",
                SamplePhotos.exif(6, ByteOrder.LITTLE_ENDIAN)));
        photos.put("exif.webp", SamplePhotos.webpWithExif(SamplePhotos.exif(3, ByteOrder.BIG_ENDIAN)));
        photos.put("plain.png", write(gradient(120, 90), "png"));
        photos.put("palette.png", write(SamplePhotos.fill(
                new BufferedImage(64, 48, BufferedImage.TYPE_BYTE_INDEXED)), "png"));
        photos.put("deep.png", write(SamplePhotos.fill(
                new BufferedImage(64, 48, BufferedImage.TYPE_USHORT_GRAY)), "png"));
        photos.put("plain.gif", write(SamplePhotos.fill(
                new BufferedImage(64, 48, BufferedImage.TYPE_BYTE_INDEXED)), "gif"));
        photos.put("plain.bmp", write(gradient(64, 48), "bmp"));
        photos.put("plain.tif", SamplePhotos.tiff(gradient(64, 48), 1));
        photos.put("lossless.webp", SamplePhotos.WEBP);
        photos.put("alpha.webp", SamplePhotos.WEBP_WITH_ALPHA);
        photos.put("lossy.webp", SamplePhotos.WEBP_LOSSY);
        return photos;
    }

    static byte[] progressive(BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(file)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(output);
            writer.write(null, new IIOImage(picture, null, null), settings);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }
}
