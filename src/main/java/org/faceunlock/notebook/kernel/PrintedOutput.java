package org.faceunlock.notebook.kernel;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.BiConsumer;

/**
 * What one cell prints, on both streams, in the order in which it was printed.
 *
 * <p>Text is collected and goes out in messages of up to {@value #MOST_PENDING} bytes. Of a cell that prints more than
 * {@value #LIMIT} bytes the rest is counted, not kept, and {@link #finish} says how much that was: a page that is sent
 * more stops answering. Safe for use by many threads.
 */
final class PrintedOutput {
    static final int LIMIT = 10_000_000;
    private static final int MOST_PENDING = 1 << 16;
    private final BiConsumer<String, String> send;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private String stream = "stdout";
    private long taken;
    private long rejected;

    /** Output that is sent as a stream's name and a text. */
    PrintedOutput(BiConsumer<String, String> send) {
        this.send = send;
    }

    /** Takes bytes of UTF-8 for the stream of the given name, stdout or stderr. */
    synchronized void write(String name, byte[] bytes, int from, int length) {
        int kept = (int) Math.min(length, Math.max(0, LIMIT - taken));
        taken += length;
        rejected += length - kept;
        if (kept == 0) {
            return;
        }
        if (!name.equals(stream)) {
            send(true);
            stream = name;
        }
        pending.write(bytes, from, kept);
        if (pending.size() >= MOST_PENDING) {
            send(false);
        }
    }

    /** Takes a text for the stream of the given name. */
    void print(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        write(name, bytes, 0, bytes.length);
    }

    /** Sends what is there, but for a last character of which bytes are still to come. */
    synchronized void flush() {
        send(false);
    }

    /** Sends all of it, and how much was left out. */
    synchronized void finish() {
        send(true);
        if (rejected > 0) {
            send.accept("stderr", String.format(Locale.ROOT, "%n[%,d more bytes of output are left out: a cell shows"
                    + " %,d; write long output into a file]%n", rejected, LIMIT));
            rejected = 0;
        }
    }

    private void send(boolean all) {
        byte[] bytes = pending.toByteArray();
        int whole = all ? bytes.length : wholeCharacters(bytes);
        if (whole > 0) {
            send.accept(stream, new String(bytes, 0, whole, StandardCharsets.UTF_8));
        }
        pending.reset();
        pending.write(bytes, whole, bytes.length - whole);
    }

    /** How many bytes come before a last character that is not complete. */
    private static int wholeCharacters(byte[] bytes) {
        int start = bytes.length - 1;
        while (start >= 0 && bytes.length - start < 4 && (bytes[start] & 0xC0) == 0x80) {
            start--;
        }
        if (start < 0 || bytes[start] >= 0) {
            return bytes.length;
        }
        int lead = bytes[start] & 0xFF;
        int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
        return bytes.length - start < length ? start : bytes.length;
    }
}
