package org.faceunlock.checkpoint;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes files such that a reader sees the old contents or all of the new, never a part. Thread-safe: of several
 * threads or processes that write one file, the last one wins.
 *
 * <p>Contents go into a hidden file beside the target, which is then renamed. It is in this package because every
 * package that writes files may import it.
 */
public final class AtomicFile {

    private AtomicFile() {
    }

    /** What to write. */
    public interface Contents {

        /** Writes everything to that file, which does not exist yet, and closes it. */
        void writeTo(Path part) throws IOException;
    }

    /**
     * Writes or replaces a file; missing folders are created. On failure the old file remains and nothing is left
     * beside it.
     *
     * @return the file
     */
    public static Path write(Path file, Contents contents) throws IOException {
        Path target = file.toAbsolutePath();
        if (target.getFileName() == null) {
            throw new IllegalArgumentException("file: expected the name of a file, found " + file);
        }
        if (!Files.isDirectory(target.getParent())) { // a link to a folder is one; createDirectories refuses it
            Files.createDirectories(target.getParent());
        }
        Path part = target.resolveSibling(".%s.%s-%s.part".formatted(target.getFileName(),
                ProcessHandle.current().pid(), Thread.currentThread().getId()));
        try {
            contents.writeTo(part);
            return move(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Moves a finished file to its place: atomically, or by replacing where the file system has no atomic move. */
    public static Path move(Path part, Path file) throws IOException {
        try {
            return Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
