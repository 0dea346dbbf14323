package org.faceunlock.notebook.kernel;

import java.util.stream.IntStream;

/** Keeps every core busy until it is closed. */
final class BusyCores implements AutoCloseable {
    private volatile boolean isClosed;

    BusyCores() {
        IntStream.range(0, Runtime.getRuntime().availableProcessors()).forEach(core -> {
            Thread thread = new Thread(this::work, "busy core " + core);
            thread.setDaemon(true);
            thread.start();
        });
    }

    private void work() {
        while (!isClosed) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        isClosed = true;
    }
}
