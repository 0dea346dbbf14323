package org.faceunlock.cli;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.faceunlock.image.FaceRow;

/** Gives each photo a PNG file of its own in a folder, below the person's name; twins are numbered. Not thread-safe. */
final class OutputNames {

    private final Path folder;
    private final Set<Path> taken = new HashSet<>();

    OutputNames(Path folder) {
        this.folder = folder;
    }

    /** A file that was not given before: {@code FOLDER/person/name.png}, then {@code name_2.png} and so on. */
    Path next(FaceRow row) {
        String name = row.fileName();
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        Path place = folder.resolve(row.person());
        Path file = place.resolve(stem + ".png");
        for (int number = 2; !taken.add(file); number++) {
            file = place.resolve(stem + "_" + number + ".png");
        }
        return file;
    }
}
