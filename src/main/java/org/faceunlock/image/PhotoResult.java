package org.faceunlock.image;

import java.nio.file.Path;
import java.util.Locale;

/**
 * One file of a folder and what became of it.
 *
 * @param file where the photo lies
 * @param person the class of the photo: the name of its sub-folder, empty for a file outside any
 * @param width of the upright photo in pixels, 0 when it could not be read
 * @param height of the upright photo in pixels, 0 when it could not be read
 * @param outcome what was found in it
 */
public record PhotoResult(Path file, String person, int width, int height, FaceOutcome outcome) {

    /** The file's name without its folders. */
    public String fileName() {
        return file.getFileName().toString();
    }

    /** One line: the file, the person, and the face's probability or why there is none. */
    @Override
    public String toString() {
        String found = outcome.face()
                .map(face -> String.format(Locale.ROOT, "face, probability %.4f", face.probability()))
                .orElseGet(() -> outcome.status() + ", " + outcome.reason());
        return "%s%s, %s x %s pixels: %s".formatted(
                file, person.isEmpty() ? "" : " of " + person, width, height, found);
    }
}
