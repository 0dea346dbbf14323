package org.faceunlock.cli;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Refuses a place for results before the work, and not after it. Nothing is made. */
public final class WriteCheck {

    private WriteCheck() {
    }

    /** @throws IllegalArgumentException if there is no such folder and it cannot be made, or it cannot be written to */
    public static void folder(Path folder) {
        Path there = folder.toAbsolutePath().normalize();
        while (there.getParent() != null && !Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
            there = there.getParent();
        }
        String found = !Files.exists(there) ? "nothing, or a link to nothing, at " + there
                : !Files.isDirectory(there) ? "a file at " + there
                : !Files.isWritable(there) ? there + ", which may not be written to" : "";
        if (!found.isEmpty()) {
            throw new IllegalArgumentException(
                    "cannot write to %s: expected a folder that can be written to, found %s".formatted(folder, found));
        }
    }

    /** @throws IllegalArgumentException if the file cannot be made or replaced */
    public static void file(Path file) {
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException(
                    "cannot write %s: expected a name for a file, found a folder of that name".formatted(file));
        }
        folder(file.toAbsolutePath().getParent());
    }
}
