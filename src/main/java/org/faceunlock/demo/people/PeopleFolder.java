package org.faceunlock.demo.people;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.faceunlock.checkpoint.AtomicFile;
import org.faceunlock.image.RenderedMark;
import org.faceunlock.image.RgbImage;
import tech.tablesaw.api.Table;

/**
 * Writes rendered photos as an ImageFolder, one sub-folder a person, with the ground truth beside them in {@value
 * #TRUTH}.
 *
 * <p>Photos are rendered in parallel and kept in memory only while they are written. Not thread-safe.
 */
public final class PeopleFolder {

    /** Name of the table of truths: one row for each face, and one for each photo without a face. */
    public static final String TRUTH = "truth.csv";

    private final Path root;
    private final Format format;
    private final List<Entry> entries = new ArrayList<>();

    /** How photos are stored. */
    public enum Format {
        /** Small files whose pixels differ by a level or two between decoders. */
        JPEG("jpg"),
        /** Exact pixels. */
        PNG("png");

        private final String extension;

        Format(String extension) {
            this.extension = extension;
        }
    }

    private record Written(int width, int height, List<Truth> truths) {
    }

    private record Entry(String file, Supplier<RenderedPhoto> photo) {
    }

    public PeopleFolder(Path root, Format format) {
        this.root = root;
        this.format = format;
    }

    /**
     * Plans a photo; nothing is rendered yet.
     *
     * @param folder sub-folder, the person's name in an ImageFolder; empty for the folder itself
     * @param name file name without extension
     * @param photo renders it
     */
    public PeopleFolder add(String folder, String name, Supplier<RenderedPhoto> photo) {
        String file = name + "." + format.extension;
        entries.add(new Entry(folder.isEmpty() ? file : folder + "/" + file, photo));
        return this;
    }

    /** Renders and writes everything planned; gives the table that it wrote, in the order of planning. */
    public Table write() throws IOException {
        return write((done, total) -> {
        });
    }

    /**
     * Renders and writes everything planned, on all processors.
     *
     * @param progress is told after each photo, on whichever thread made it
     * @return the table that it wrote, in the order of planning
     */
    public Table write(RenderingProgress progress) throws IOException {
        for (Entry entry : entries) {
            Files.createDirectories(root.resolve(entry.file).getParent());
        }
        List<Written> written = writeAll(progress);
        TruthTable table = new TruthTable();
        for (int i = 0; i < entries.size(); i++) {
            Written photo = written.get(i);
            table.add(entries.get(i).file, photo.width, photo.height, photo.truths);
        }
        Table truths = table.toTable();
        truths.write().csv(root.resolve(TRUTH).toFile());
        return truths;
    }

    /** Every processor takes the next photo when it is done with one: some take several times as long as others. */
    private List<Written> writeAll(RenderingProgress progress) throws IOException {
        AtomicInteger done = new AtomicInteger();
        ExecutorService workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<Written>> results = entries.stream().map(entry -> workers.submit(() -> {
                Written photo = writeOne(entry);
                progress.after(done.incrementAndGet(), entries.size());
                return photo;
            })).toList();
            List<Written> written = new ArrayList<>(results.size());
            for (Future<Written> result : results) {
                written.add(result.get());
            }
            return written;
        } catch (ExecutionException e) {
            throw cause(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while people were rendered into " + root);
        } finally {
            workers.shutdownNow();
        }
    }

    private static IOException cause(ExecutionException e) {
        if (e.getCause() instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        return e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    }

    private Written writeOne(Entry entry) throws IOException {
        RenderedPhoto photo = entry.photo.get();
        Path file = root.resolve(entry.file);
        try {
            AtomicFile.write(file, part -> encode(photo.image(), part));
        } catch (IOException e) {
            throw new IOException("cannot write %s: %s".formatted(file, e.getMessage()), e);
        }
        return new Written(photo.image().width(), photo.image().height(), photo.truths());
    }

    private void encode(RgbImage image, Path file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        switch (format) {
            case PNG -> ImageIO.write(image.toBufferedImage(), "png", out);
            case JPEG -> writeJpeg(image, out);
        }
        Files.write(file, RenderedMark.put(out.toByteArray()));
    }

    private static void writeJpeg(RgbImage image, OutputStream out) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(0.93f);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image.toBufferedImage(), null, null), settings);
        } finally {
            writer.dispose();
        }
    }
}
