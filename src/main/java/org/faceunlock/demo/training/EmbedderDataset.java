package org.faceunlock.demo.training;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.faceunlock.checkpoint.AtomicFile;
import org.faceunlock.demo.people.Identity;

/**
 * Rendered faces of many people, kept on disk so that they are rendered once. Safe to use from several threads.
 *
 * <p>A folder holds one file a person, their wide crops one after the other; a file is there whole or not at all, so
 * rendering that was interrupted goes on. The folder's name tells the seed and a checksum of a rendered sample:
 * another renderer gets another folder.
 */
public final class EmbedderDataset implements CropSource {

    private final Path folder;
    private final int people;
    private final int photos;
    private final long seed;

    private EmbedderDataset(Path folder, int people, int photos, long seed) {
        this.folder = folder;
        this.people = people;
        this.photos = photos;
        this.seed = seed;
    }

    /**
     * Renders what is not there yet, on all processors.
     *
     * @param cache the folder that holds such folders
     * @param people how many people, at least 1; {@link TrainingPeople} says who
     * @param photos how many crops of each, at least 1
     * @param seed decides all shots
     */
    public static EmbedderDataset render(Path cache, int people, int photos, long seed, TrainingListener listener) {
        if (people < 1 || photos < 1) {
            throw new IllegalArgumentException("dataset: expected at least 1 person and 1 photo, found %s and %s"
                    .formatted(people, photos));
        }
        CRC32 sample = new CRC32();
        sample.update(TrainingShot.render(TrainingPeople.person(0), seed).toBytes());
        Path folder = cache.resolve("faces-%s-%s-%08x".formatted(seed, photos, sample.getValue()));
        EmbedderDataset dataset = new EmbedderDataset(folder, people, photos, seed);
        dataset.fill(listener);
        return dataset;
    }

    private void fill(TrainingListener listener) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep rendered faces in " + folder, e);
        }
        AtomicInteger done = new AtomicInteger();
        IntStream.range(0, people).parallel().forEach(person -> {
            if (!Files.exists(file(person))) {
                write(person);
            }
            listener.after("rendering people", done.incrementAndGet(), people, "");
        });
    }

    private void write(int person) {
        Identity identity = TrainingPeople.person(person);
        ByteArrayOutputStream crops = new ByteArrayOutputStream(photos * BYTES);
        for (int photo = 0; photo < photos; photo++) {
            crops.writeBytes(TrainingShot.render(identity, shot(person, photo)).toBytes());
        }
        try {
            AtomicFile.write(file(person), part -> Files.write(part, crops.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file(person), e);
        }
    }

    private long shot(int person, int photo) {
        return seed + (long) person * photos + photo;
    }

    private Path file(int person) {
        return folder.resolve(String.format(Locale.ROOT, "%06d.rgb", person));
    }

    @Override
    public int people() {
        return people;
    }

    @Override
    public int family() {
        return TrainingPeople.FAMILY;
    }

    @Override
    public int photos(int person) {
        return photos;
    }

    @Override
    public byte[] crop(int person, int photo) {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        Path file = file(person);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long start = (long) photo * BYTES;
            while (bytes.hasRemaining() && channel.read(bytes, start + bytes.position()) >= 0) {
                continue;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        if (bytes.hasRemaining()) {
            throw new IllegalStateException("%s is shorter than %s crops: remove it, it will be rendered again"
                    .formatted(file, photos));
        }
        return bytes.array();
    }

    @Override
    public boolean hat(int person, int photo) {
        return TrainingShot.hat(TrainingPeople.person(person), shot(person, photo));
    }

    @Override
    public int traits() {
        return traits(0).length;
    }

    @Override
    public double[] traits(int person) {
        return TrainingPeople.person(person).genes();
    }
}
