package org.faceunlock.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The note that a file once had a checksum, kept beside it as {@code NAME.verified}.
 *
 * <p>It holds for as long as size and time of last change stay what they were, so that a model of 112 MB is summed once
 * (0.2 s and the reading) and not at every start. Whoever can write to the store can forge a stamp, and could as well
 * replace the program; {@code models verify} reads every byte and heeds no stamp.
 */
final class VerifiedStamp {

    private final Path file;
    private final Path stamp;

    VerifiedStamp(Path file) {
        this.file = file;
        this.stamp = file.resolveSibling(file.getFileName() + ".verified");
    }

    /** Whether the file as it lies there was found to have this checksum. */
    boolean holds(Sha256 sha256) {
        try {
            return Files.exists(stamp) && Files.readString(stamp).equals(text(sha256));
        } catch (IOException e) {
            return false;
        }
    }

    /** Notes that the file has this checksum; a store that cannot be written to goes without the note. */
    void write(Sha256 sha256) {
        try {
            Files.writeString(stamp, text(sha256));
        } catch (IOException e) {
            return; // the next start sums the file again, and nothing else is lost
        }
    }

    private String text(Sha256 sha256) throws IOException {
        return sha256 + " " + Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis() + "\n";
    }
}
