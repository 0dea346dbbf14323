package org.faceunlock.notebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.faceunlock.image.DetectionProgress;
import org.faceunlock.image.FaceDetector;
import org.faceunlock.image.FaceSet;
import org.faceunlock.image.ImageFolder;
import org.faceunlock.image.PhotoReader;
import org.faceunlock.image.RgbImage;
import org.faceunlock.image.UnreadablePhotoException;
import org.faceunlock.notebook.widget.UploadedFile;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A folder for the reader's own photos, a sub-folder a person, filled by hand or by uploads.
 *
 * <p>An upload never leaves the folder, replaces no file, and is kept only if it can be read as a photo. For one
 * program at a time.
 */
public final class YourPhotos {
    private static final int LONGEST_NAME = 120;
    private static final String REPLACED = "[\\p{Cntrl}<>:\"|?*]";
    private final Path folder;

    private YourPhotos(Path folder) {
        this.folder = folder;
    }

    /** That folder, which need not be there yet. */
    public static YourPhotos in(Path folder) {
        return new YourPhotos(folder);
    }

    /** Whether no photo lies in it, at any depth; hidden files do not count. */
    public boolean isEmpty() {
        return !ImageFolder.holdsPhotos(folder);
    }

    /** What becomes of each photo in it; an empty set while it holds none. */
    public FaceSet detect(FaceDetector detector, DetectionProgress progress) {
        return isEmpty() ? FaceSet.of(List.of()) : ImageFolder.of(folder).detect(detector, progress);
    }

    /** The folder; others in its place while it holds no photo. */
    public Path or(Path others) {
        return isEmpty() ? others : folder;
    }

    /**
     * Keeps uploads as photos of a person; a file with the bytes of one that is there under its name is not kept twice.
     *
     * @param person the name of the sub-folder; "" for the folder itself
     * @return a row a file: file, bytes, pixels, and what became of it
     */
    public Table keep(List<UploadedFile> uploads, String person) {
        if (!person.isEmpty() && !person.equals(fileName(person))) {
            throw new IllegalArgumentException("person: expected a name for a folder, found \"" + person + "\"");
        }
        return keep(uploads, folder.resolve(person), upload -> folder.resolve(person));
    }

    /**
     * Keeps uploads as photos of strangers, each a person of their own: nobody says that two are of one. Photos of one
     * person belong together once they are moved into one sub-folder.
     *
     * @return a row a file, as {@link #keep(List, String)} does
     */
    public Table keepStrangers(List<UploadedFile> uploads) {
        return keep(uploads, folder, upload -> IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> folder.resolve("stranger " + number))
                .filter(person -> !Files.exists(person)
                        || holds(person.resolve(fileName(upload.name())), upload.content())).findFirst().orElseThrow());
    }

    private static Table keep(List<UploadedFile> uploads, Path named, Function<UploadedFile, Path> person) {
        Table table = Table.create(uploads.isEmpty() ? "nothing uploaded yet" : "uploads to " + named,
                StringColumn.create("file"), LongColumn.create("bytes"), StringColumn.create("pixels"),
                StringColumn.create("what became of it"));
        for (UploadedFile upload : uploads) {
            String pixels = "";
            String became;
            try {
                byte[] bytes = upload.content();
                RgbImage photo = PhotoReader.DEFAULT.read(bytes, upload.name());
                pixels = photo.width() + " x " + photo.height();
                became = save(bytes, fileName(upload.name()), person.apply(upload));
            } catch (UnreadablePhotoException e) {
                became = "not kept: " + e.reason();
            }
            table.stringColumn(0).append(upload.name());
            table.longColumn(1).append(upload.size());
            table.stringColumn(2).append(pixels);
            table.stringColumn("what became of it").append(became);
        }
        return table;
    }

    /** The last part of a name that came from anywhere, fit for every file system and listed as a photo. */
    private static String fileName(String given) {
        String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .replaceAll(REPLACED, "_").replaceFirst("^[. ]+", "").strip();
        return name.substring(Math.max(0, name.length() - LONGEST_NAME));
    }

    private static String save(byte[] photo, String name, Path into) {
        String stem = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
        String end = ImageFolder.isPhoto(Path.of(name)) ? name.substring(stem.length()) : ".jpg";
        try {
            Files.createDirectories(into);
            Path place = IntStream.iterate(1, number -> number + 1)
                    .mapToObj(number -> into.resolve((stem.isEmpty() ? "photo" : stem)
                            + (number == 1 ? "" : "_" + number) + end))
                    .filter(file -> !Files.exists(file) || holds(file, photo)).findFirst().orElseThrow();
            if (Files.exists(place)) {
                return "is there already as " + place.getFileName();
            }
            Files.write(place, photo);
            return "kept as " + place.getFileName();
        } catch (IOException e) {
            throw new UncheckedIOException("uploads: could not write to " + into + "; check its permissions", e);
        }
    }

    private static boolean holds(Path file, byte[] bytes) {
        try {
            return Files.size(file) == bytes.length && Arrays.equals(Files.readAllBytes(file), bytes);
        } catch (IOException e) {
            return false; // it cannot be read, so it is not the same; the upload gets another name
        }
    }

    @Override
    public String toString() {
        return "YourPhotos in " + folder + (isEmpty() ? ", none yet" : "");
    }
}
