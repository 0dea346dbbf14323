package org.faceunlock.notebook.widget;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.faceunlock.notebook.display.MimeBundle;

/**
 * Collects what a callback prints, shows and throws, for no kernel sends it to the page by itself.
 *
 * <p>While open, it takes what its thread, and threads begun there, print to System.out and System.err; captures may
 * lie inside one another, and the innermost gets everything. What other threads print stays where it goes. Text beyond
 * {@value #MOST_BYTES} bytes is cut, aloud. To be closed by the thread that opened it.
 */
public final class OutputCapture implements AutoCloseable {
    static final int MOST_BYTES = 200_000;
    private static final InheritableThreadLocal<OutputCapture> CURRENT = new InheritableThreadLocal<>();

    private final Optional<OutputCapture> outer = current();
    private final List<CellOutput> outputs = new ArrayList<>();
    private final Written stdout = new Written("stdout");
    private final Written stderr = new Written("stderr");
    private volatile boolean isOpen = true;

    private OutputCapture() {
    }

    /** Starts a capture on this thread. */
    public static OutputCapture begin() {
        OutputCapture capture = new OutputCapture();
        CURRENT.set(capture);
        divertSystemStreams();
        return capture;
    }

    private static synchronized void divertSystemStreams() {
        if (!(System.out instanceof Diverted)) {
            System.setOut(new Diverted(System.out, capture -> capture.stdout));
        }
        if (!(System.err instanceof Diverted)) {
            System.setErr(new Diverted(System.err, capture -> capture.stderr));
        }
    }

    /** The capture that a callback on this thread runs in, if any. */
    public static Optional<OutputCapture> current() {
        return Optional.ofNullable(CURRENT.get()).filter(capture -> capture.isOpen);
    }

    /** Adds a rendered value, after what was printed before it. */
    public synchronized void add(MimeBundle value) {
        takePrinted();
        if (!value.isEmpty()) {
            outputs.add(new CellOutput.Display(value));
        }
    }

    /** Adds a failure, after what was printed before it. */
    synchronized void add(CellOutput failure) {
        takePrinted();
        outputs.add(failure);
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
        isOpen = false;
        CURRENT.set(outer.orElse(null));
    }

    /** A system stream that hands what a thread prints to the capture of that thread, where it has one. */
    private static final class Diverted extends PrintStream {
        Diverted(PrintStream usual, Function<OutputCapture, OutputStream> captured) {
            super(new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    write(new byte[] {(byte) b}, 0, 1);
                }

                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    Optional<OutputCapture> capture = current();
                    if (capture.isPresent()) {
                        captured.apply(capture.get()).write(bytes, from, length);
                    } else {
                        usual.write(bytes, from, length);
                    }
                }

                @Override
                public void flush() {
                    usual.flush();
                }
            }, true, StandardCharsets.UTF_8);
        }

        @Override
        public void close() {
            flush(); // others print too
        }
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
                String cut = dropped == 0 ? ""
                        : String.format(Locale.ROOT, "\n(%,d more bytes are not shown)\n", dropped);
                outputs.add(new CellOutput.Stream(name, toString(StandardCharsets.UTF_8) + cut));
            }
            reset();
            dropped = 0;
        }
    }
}
