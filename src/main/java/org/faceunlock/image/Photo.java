package org.faceunlock.image;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Objects;

/**
 * A photo that has not been read yet, and whose it is.
 *
 * @param file where it lies
 * @param person the name of the class folder it lies in, in Unicode's composed form (NFC) whatever the file system
 *     stores; empty for a photo outside any
 */
public record Photo(Path file, String person) {

    public Photo {
        Objects.requireNonNull(file, "file");
        person = Normalizer.normalize(person, Normalizer.Form.NFC);
    }

    /** The file's name without its folders. */
    public String fileName() {
        return file.getFileName().toString();
    }
}
