package org.faceunlock.demo.people;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
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
        for (Entry entry : entries) {
            Files.createDirectories(root.resolve(entry.file).getParent());
        }
        List<Written> written = new ArrayList<>(entries.size());
        try {
            written.addAll(IntStream.range(0,
                    entries.size()).parallel().mapToObj(i -> writeOne(entries.get(i))).toList());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        TruthTable table = new TruthTable();
        for (int i = 0; i < entries.size(); i++) {
            Written photo = written.get(i);
            table.add(entries.get(i).file, photo.width, photo.height, photo.truths);
        }
        Table truths = table.toTable();
        truths.write().csv(root.resolve(TRUTH).toFile());
        return truths;
    }

    private Written writeOne(Entry entry) {
        RenderedPhoto photo = entry.photo.get();
        try (OutputStream out = Files.newOutputStream(root.resolve(entry.file))) {
            switch (format) {
                case PNG -> ImageIO.write(photo.image().toBufferedImage(), "png", out);
                case JPEG -> writeJpeg(photo.image(), out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(String.format(Locale.ROOT, "cannot write %s: %s", entry.file,
                    e.getMessage()), e);
        }
        return new Written(photo.image().width(), photo.image().height(), photo.truths());
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
