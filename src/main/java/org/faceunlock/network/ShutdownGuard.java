package org.faceunlock.network;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Lets libtorch finish before the process ends: its own end-of-process code crashes under a thread that still computes.
 *
 * <p>Once the process has begun to end, by Ctrl-C for instance, calls that have not begun wait for good. Thread-safe.
 */
final class ShutdownGuard {

    private static final ReentrantReadWriteLock LOCK = new ReentrantReadWriteLock();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(LOCK.writeLock()::lock, "wait-for-libtorch"));
    }

    private ShutdownGuard() {
    }

    /** Makes a call into libtorch, any number of them at a time. */
    static <T> T call(Supplier<T> call) {
        LOCK.readLock().lock();
        try {
            return call.get();
        } finally {
            LOCK.readLock().unlock();
        }
    }
}
