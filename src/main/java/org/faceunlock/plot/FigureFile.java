package org.faceunlock.plot;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.faceunlock.checkpoint.AtomicFile;
import org.faceunlock.image.CropRecipe;
import org.faceunlock.image.ProgramMark;
import org.faceunlock.image.RgbImage;

/**
 * Writes pictures as PNG with their resolution and the program's mark, whole or not at all.
 *
 * <p>The mark ({@link ProgramMark}) keeps a written picture from being taken for a photo of somebody later. The same
 * picture gives the same bytes. Safe to use from several threads.
 */
public final class FigureFile {

    /** Pixels per inch at which the pictures of this package are drawn. */
    public static final int DPI = 200;

    private static final double INCHES_PER_METRE = 1 / 0.0254;
    /** As the writer packs unless told. */
    private static final float USUAL = 0.5f;
    /** In half the time, and 3 % larger: for pages that wait for it. */
    private static final float QUICKLY = 0.8f;
    private static final String PNG_METADATA = "javax_imageio_png_1.0";

    private FigureFile() {
    }

    /**
     * Writes a picture drawn at {@link #DPI}; folders that are missing are made. A reader of {@code file} sees the old
     * file or the whole new one, never a part.
     */
    public static void writePng(BufferedImage picture, Path file) throws IOException {
        write(encoded(picture, DPI, Optional.of(ProgramMark.FIGURE.text()), USUAL), file);
    }

    /** Writes a figure in the format that the file's name ends with. */
    static void write(Page page, Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        String format = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        switch (format) {
            case "png" -> writePng(page.draw(), file);
            case "svg", "pdf" -> write(page.vector(format), file);
            default -> throw new IllegalArgumentException(
                    "file: expected a name that ends with .png, .svg or .pdf, found " + file);
        }
    }

    /** Writes a face that was cut out, marked as that, with the recipe by which it was. */
    public static void writeCrop(RgbImage crop, CropRecipe recipe, Path file) throws IOException {
        write(encoded(crop.toBufferedImage(), DPI, Optional.of(ProgramMark.crop(recipe)), USUAL), file);
    }

    static void write(byte[] bytes, Path file) throws IOException {
        AtomicFile.write(file, part -> Files.write(part, bytes));
    }

    /**
     * The bytes of a PNG file whose pHYs chunk tells the resolution, without the mark.
     *
     * @param dpi pixels per inch for print, at least 1
     */
    public static byte[] toPng(BufferedImage picture, int dpi) {
        return encoded(picture, dpi, Optional.empty(), QUICKLY);
    }

    /** The bytes of a JPEG file: a tenth of a PNG, for photos beside text. */
    public static byte[] toJpeg(BufferedImage picture) {
        try {
            ByteArrayOutputStream file = new ByteArrayOutputStream(1 << 15);
            if (!ImageIO.write(picture, "jpeg", file)) {
                throw new IllegalStateException("this Java installation has no JPEG writer; use a full JDK");
            }
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("could not write a JPEG into memory", e);
        }
    }

    private static byte[] encoded(BufferedImage picture, int dpi, Optional<String> mark, float quality) {
        if (dpi < 1) {
            throw new IllegalArgumentException("dpi: expected at least 1 pixel per inch, found " + dpi);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(picture), null);
            metadata.mergeTree(PNG_METADATA, chunks(dpi, mark));
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, metadata), settings);
        } catch (IOException e) {
            throw new UncheckedIOException("picture: could not be encoded as PNG in memory", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static IIOMetadataNode chunks(int dpi, Optional<String> mark) {
        IIOMetadataNode root = new IIOMetadataNode(PNG_METADATA);
        String perMetre = Long.toString(Math.round(dpi * INCHES_PER_METRE));
        root.appendChild(node("pHYs", "pixelsPerUnitXAxis", perMetre, "pixelsPerUnitYAxis", perMetre, "unitSpecifier",
                "meter"));
        mark.ifPresent(known -> root.appendChild(node("tEXt")).appendChild(
                node("tEXtEntry", "keyword", ProgramMark.KEYWORD, "value", known)));
        return root;
    }

    private static IIOMetadataNode node(String name, String... attributes) {
        IIOMetadataNode node = new IIOMetadataNode(name);
        for (int i = 0; i < attributes.length; i += 2) {
            node.setAttribute(attributes[i], attributes[i + 1]);
        }
        return node;
    }
}
