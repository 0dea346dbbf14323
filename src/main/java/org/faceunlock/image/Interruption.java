package org.faceunlock.image;

import java.util.concurrent.CancellationException;

/** How long loops over photos end when the thread that runs them is interrupted, as by a notebook's stop button. */
public final class Interruption {

    private Interruption() {
    }

    /**
     * Returns unless the current thread is interrupted; its interrupt status stays as it is.
     *
     * @throws CancellationException if it is; the message says how far the work had come
     */
    public static void check(int done, int total, String things) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted after %s of %s %s".formatted(done, total, things));
        }
    }
}
