package org.faceunlock.cli;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.faceunlock.image.FaceSet;
import org.faceunlock.image.PhotoLabels;
import org.faceunlock.image.PhotoResult;

/**
 * Gives each photo a PNG file of its own in a folder, below the person's name; where two of a person have one name, all
 * of that person's have their sub-folder's before it. Not thread-safe.
 */
final class OutputNames {

    private final Path folder;
    private final Map<PhotoResult, String> labels = new IdentityHashMap<>();
    private final Set<String> taken = new HashSet<>();

    OutputNames(Path folder, FaceSet photos) {
        this.folder = folder;
        for (List<PhotoResult> rows : photos.stream().collect(Collectors.groupingBy(PhotoResult::person)).values()) {
            List<String> names = PhotoLabels.of(rows.stream().map(PhotoResult::file).toList());
            for (int i = 0; i < names.size(); i++) {
                labels.put(rows.get(i), names.get(i).replace('/', '_'));
            }
        }
    }

    /** A file that was not given before: {@code FOLDER/person/name.png}, then {@code name_2.png} and so on. */
    Path next(PhotoResult row) {
        String name = labels.get(row);
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        Path place = folder.resolve(row.person());
        Path file = place.resolve(stem + ".png");
        for (int number = 2; !taken.add(file.toString().toLowerCase(Locale.ROOT)); number++) {
            file = place.resolve(stem + "_" + number + ".png");
        }
        return file;
    }
}
