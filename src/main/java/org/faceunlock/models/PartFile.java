package org.faceunlock.models;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.faceunlock.checkpoint.AtomicFile;

/**
 * The beginning of a file that is being fetched, {@code NAME.part} beside the place where the whole will go.
 *
 * <p>It is all that an interrupted fetch leaves behind. Trouble with the disk is a {@link FetchException} at once:
 * trying again would not help. Not thread-safe: whoever fetches holds the {@link FetchLock} of the folder.
 */
final class PartFile implements AutoCloseable {

    private final Path part;
    private final Path target;
    private final FileChannel channel;

    PartFile(Path target) {
        this.target = target;
        this.part = beside(target);
        this.channel = attempt("open", () -> {
            Files.createDirectories(part.getParent());
            return FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        });
    }

    static Path beside(Path target) {
        return target.resolveSibling(target.getFileName() + ".part");
    }

    long length() {
        return attempt("read", channel::size);
    }

    /** Forgets everything from that byte on. */
    void cut(long length) {
        attempt("write", () -> channel.truncate(length).position(length));
    }

    void append(byte[] bytes, int count) {
        attempt("write", () -> {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, count);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            return count;
        });
    }

    Sha256 sha256() {
        return attempt("read", () -> Sha256.of(part));
    }

    /** Puts the file in its place in one step, after its bytes have reached the disk. */
    void moveIntoPlace() {
        attempt("finish", () -> {
            channel.force(true);
            channel.close();
            return AtomicFile.move(part, target);
        });
    }

    /** Deletes what has arrived: it is not the beginning of the right file. */
    void discard() {
        attempt("delete", () -> {
            channel.close();
            return Files.deleteIfExists(part);
        });
    }

    @Override
    public void close() {
        attempt("close", () -> {
            if (channel.isOpen() && channel.size() == 0) {
                Files.deleteIfExists(part);
            }
            channel.close();
            return true;
        });
    }

    private <T> T attempt(String what, DiskAction<T> action) {
        try {
            return action.run();
        } catch (IOException e) {
            throw new FetchException("cannot " + what + " " + part + ": " + e.getMessage()
                    + "; see that the disk has room and the folder can be written to", e);
        }
    }

    /** Something done to a file. */
    private interface DiskAction<T> {
        T run() throws IOException;
    }
}
