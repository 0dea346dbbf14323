package org.faceunlock.notebook.widget;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.faceunlock.notebook.display.MimeBundle;

/**
 * Collects what a callback prints, shows and throws, for no kernel sends it to the page by itself.
 *
 * <p>While open, it stands in for System.out and System.err; captures may lie inside one another, and the innermost
 * gets everything. Text beyond {@value #MOST_BYTES} bytes is cut, aloud. For the thread that runs callbacks.
 */
public final class OutputCapture implements AutoCloseable {
    static final int MOST_BYTES = 200_000;
    private static final ThreadLocal<OutputCapture> CURRENT = new ThreadLocal<>();

    private final OutputCapture outer = CURRENT.get();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final List<CellOutput> outputs = new ArrayList<>();
    private final Written stdout = new Written("stdout");
    private final Written stderr = new Written("stderr");

    private OutputCapture() {
    }

    /** Starts a capture on this thread. */
    public static OutputCapture begin() {
        OutputCapture capture = new OutputCapture();
        System.setOut(new PrintStream(capture.stdout, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(capture.stderr, true, StandardCharsets.UTF_8));
        CURRENT.set(capture);
        return capture;
    }

    /** The capture that a callback on this thread runs in, if any. */
    public static Optional<OutputCapture> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Adds a rendered value, after what was printed before it. */
    public synchronized void add(MimeBundle value) {
        takePrinted();
        outputs.add(new CellOutput.Display(value));
    }

    /** Adds a failure, after what was printed before it. */
    public synchronized void add(Throwable failure) {
        takePrinted();
        outputs.add(CellOutput.Failure.of(failure));
    }

    /** Everything so far, in its order. */
    public synchronized List<CellOutput> outputs() {
        takePrinted();
        return List.copyOf(outputs);
    }

    private void takePrinted() {
        stdout.moveTo(outputs);
        stderr.moveTo(outputs);
    }

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
        CURRENT.set(outer);
    }

    private static final class Written extends ByteArrayOutputStream {
        private final String name;
        private long dropped;

        Written(String name) {
            this.name = name;
        }

        @Override
        public synchronized void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public synchronized void write(byte[] b, int off, int len) {
            int kept = Math.min(len, MOST_BYTES - count);
            super.write(b, off, kept);
            dropped += len - kept;
        }

        synchronized void moveTo(List<CellOutput> outputs) {
            if (count > 0) {
                String cut = dropped == 0 ? "" : "\n(%,d more bytes are not shown)\n".formatted(dropped);
                outputs.add(new CellOutput.Stream(name, toString(StandardCharsets.UTF_8) + cut));
            }
            reset();
            dropped = 0;
        }
    }
}
