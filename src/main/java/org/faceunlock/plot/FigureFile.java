package org.faceunlock.plot;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Writes pictures as PNG with their resolution, whole or not at all.
 *
 * <p>The same picture gives the same bytes. Safe to use from several threads.
 */
public final class FigureFile {

    /** Pixels per inch at which the pictures of this package are drawn. */
    public static final int DPI = 200;

    private static final double INCHES_PER_METRE = 1 / 0.0254;
    private static final String PNG_METADATA = "javax_imageio_png_1.0";

    private FigureFile() {
    }

    /** Writes a picture drawn at {@link #DPI}; folders that are missing are made. */
    public static void writePng(BufferedImage picture, Path file) throws IOException {
        writePng(picture, file, DPI);
    }

    /**
     * Writes a picture. A reader of {@code file} sees the old file or the whole new one, never a part.
     *
     * @param dpi pixels per inch for print, at least 1
     */
    public static void writePng(BufferedImage picture, Path file, int dpi) throws IOException {
        byte[] bytes = toPng(picture, dpi);
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException("file: expected the name of a file, found " + file);
        }
        Files.createDirectories(folder);
        Path part = folder.resolve(".%s.%d-%d.part"
                .formatted(file.getFileName(), ProcessHandle.current().pid(), Thread.currentThread().getId()));
        try {
            Files.write(part, bytes);
            moveOver(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * The bytes of a PNG file whose pHYs chunk tells the resolution.
     *
     * @param dpi pixels per inch for print, at least 1
     */
    public static byte[] toPng(BufferedImage picture, int dpi) {
        if (dpi < 1) {
            throw new IllegalArgumentException("dpi: expected at least 1 pixel per inch, found " + dpi);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(picture), null);
            metadata.mergeTree(PNG_METADATA, resolution(dpi));
            writer.setOutput(out);
            writer.write(new IIOImage(picture, null, metadata));
        } catch (IOException e) {
            throw new UncheckedIOException("picture: could not be encoded as PNG in memory", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static IIOMetadataNode resolution(int dpi) {
        String perMetre = Long.toString(Math.round(dpi * INCHES_PER_METRE));
        IIOMetadataNode physical = new IIOMetadataNode("pHYs");
        physical.setAttribute("pixelsPerUnitXAxis", perMetre);
        physical.setAttribute("pixelsPerUnitYAxis", perMetre);
        physical.setAttribute("unitSpecifier", "meter");
        IIOMetadataNode root = new IIOMetadataNode(PNG_METADATA);
        root.appendChild(physical);
        return root;
    }

    private static void moveOver(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
