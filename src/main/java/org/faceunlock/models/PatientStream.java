package org.faceunlock.models;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A stream that ends with an exception when nothing has arrived for too long; the JDK's HTTP client has no such limit
 * for bodies. For one reading thread; a second, daemon thread keeps the watch until the stream is closed.
 */
final class PatientStream extends FilterInputStream {

    private final Duration patience;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean reading;
    private volatile long readingSince;
    private volatile boolean stalled;

    PatientStream(InputStream body, Duration patience) {
        super(body);
        this.patience = patience;
        Thread watch = new Thread(this::watch, "face-unlock-fetch-watch");
        watch.setDaemon(true);
        watch.start();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int n = read(one, 0, 1);
        return n < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        readingSince = System.nanoTime();
        reading = true;
        try {
            int n = super.read(buffer, offset, length);
            if (!stalled) {
                return n;
            }
        } catch (IOException e) {
            if (!stalled) {
                throw e;
            }
        } finally {
            reading = false;
        }
        throw new HttpTimeoutException("nothing arrived for " + patience.toMillis() / 1000.0 + " s");
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        super.close();
    }

    private void watch() {
        try {
            long step = Math.max(1, patience.toMillis() / 4);
            while (!closed.await(step, TimeUnit.MILLISECONDS)) {
                if (reading && System.nanoTime() - readingSince > patience.toNanos()) {
                    stalled = true;
                    super.close();
                    return;
                }
            }
        } catch (InterruptedException | IOException e) {
            Thread.currentThread().interrupt();
        }
    }
}
