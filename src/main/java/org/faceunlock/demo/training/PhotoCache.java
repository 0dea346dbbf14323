package org.faceunlock.demo.training;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.faceunlock.checkpoint.AtomicFile;
import org.faceunlock.demo.people.RenderedPhoto;
import org.faceunlock.image.PhotoReader;
import org.faceunlock.image.RgbImage;

/**
 * The pictures of a plan in a folder, each a JPEG file of quality 95 and beside it a text file with its truth, so that
 * every stage sees the same and none is rendered twice. Safe to use from several threads.
 */
final class PhotoCache {

    private static final float QUALITY = 0.95f;

    private final Path folder;
    private final DetectorPlan plan;
    private final PhotoReader reader = PhotoReader.upTo(1);

    PhotoCache(Path folder, DetectorPlan plan) {
        this.folder = folder;
        this.plan = plan;
    }

    /** Renders what is not there yet, in parallel. */
    void fill(TrainingListener listener) throws IOException {
        Files.createDirectories(folder);
        AtomicInteger done = new AtomicInteger();
        try {
            IntStream.range(0, plan.pictures()).parallel().forEach(index -> {
                if (!Files.exists(truth(index))) {
                    write(index, plan.render(index));
                }
                listener.after("rendering", done.incrementAndGet(), plan.pictures(), "");
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    RenderedPhoto read(int index) {
        try {
            RgbImage image = reader.read(photo(index));
            return new RenderedPhoto(image, TruthText.parse(Files.readAllLines(truth(index))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The truth is written last, and whole: where it is, the picture is complete. */
    private void write(int index, RenderedPhoto photo) {
        try {
            writeJpeg(photo.image().toBufferedImage(), photo(index));
            AtomicFile.write(truth(index), part -> Files.write(part, TruthText.lines(photo.truths())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeJpeg(BufferedImage picture, Path file) throws IOException {
        Files.deleteIfExists(file);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            ImageWriteParam quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, List.of(), null), quality);
        } finally {
            writer.dispose();
        }
    }

    private Path photo(int index) {
        return folder.resolve(String.format(Locale.ROOT, "%06d.jpg", index));
    }

    private Path truth(int index) {
        return folder.resolve(String.format(Locale.ROOT, "%06d.txt", index));
    }
}
