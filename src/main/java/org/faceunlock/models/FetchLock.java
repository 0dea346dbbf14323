package org.faceunlock.models;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The right to fetch into a folder, held by one thread of one process at a time.
 *
 * <p>Between processes it is a lock of the operating system on {@code .fetch.lock} in the folder, which ends with the
 * process however it ends; the empty file stays. Between threads, which such a lock does not keep apart, it is an
 * ordinary lock.
 */
final class FetchLock {

    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private FetchLock() {
    }

    /** Does something while holding the right to the folder; the listener hears when another has to finish first. */
    static void holding(Path folder, FetchListener listener, Runnable action) {
        ReentrantLock thread = threadLock(folder);
        if (!thread.tryLock()) {
            listener.waiting(folder);
            thread.lock();
        }
        try (FileChannel channel = open(folder)) {
            if (channel.tryLock() == null) {
                listener.waiting(folder);
                channel.lock();
            }
            action.run();
        } catch (IOException e) {
            throw unusable(folder, e);
        } finally {
            thread.unlock();
        }
    }

    private static ReentrantLock threadLock(Path folder) {
        try {
            Files.createDirectories(folder);
            return THREADS.computeIfAbsent(folder.toRealPath(), path -> new ReentrantLock());
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    private static FileChannel open(Path folder) throws IOException {
        return FileChannel.open(folder.resolve(".fetch.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static FetchException unusable(Path folder, IOException cause) {
        return new FetchException("cannot fetch into " + folder + " (" + RetryPolicy.reason(cause)
                + "): expected a folder that can be written to", cause);
    }
}
