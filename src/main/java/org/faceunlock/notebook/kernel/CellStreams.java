package org.faceunlock.notebook.kernel;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * System.out and System.err of a kernel: what a thread prints goes to the cell that it belongs to, also after the cell
 * has ended, and reaches the page within {@value #FLUSH_MILLIS} ms.
 */
final class CellStreams {
    private static final long FLUSH_MILLIS = 100;
    private final Set<PrintedOutput> unsent = ConcurrentHashMap.newKeySet();

    private CellStreams() {
    }

    /** Puts them in the place of the process's own streams. */
    static void install() {
        CellStreams streams = new CellStreams();
        System.setOut(streams.of("stdout", System.out));
        System.setErr(streams.of("stderr", System.err));
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "printed output");
            thread.setDaemon(true);
            return thread;
        });
        clock.scheduleWithFixedDelay(streams::flush, FLUSH_MILLIS, FLUSH_MILLIS, TimeUnit.MILLISECONDS);
    }

    private PrintStream of(String name, PrintStream terminal) {
        OutputStream stream = new OutputStream() {
            @Override
            public void write(int b) {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                Optional<CellTask> task = CellTask.current();
                if (task.filter(CellTask::isLeft).isPresent()) {
                    throw new CellStoppedError(); // it would print below a cell that has ended
                }
                if (task.isPresent()) {
                    task.get().printed().write(name, bytes, from, length);
                    unsent.add(task.get().printed());
                } else {
                    terminal.write(bytes, from, length);
                }
            }
        };
        return new PrintStream(stream, true, StandardCharsets.UTF_8) {
            @Override
            public void close() {
                flush(); // the next cell prints too
            }
        };
    }

    private void flush() {
        for (PrintedOutput output : unsent) {
            unsent.remove(output);
            try {
                output.flush();
            } catch (Throwable t) {
                KernelLog.line("printed output was lost: " + t.getClass().getName());
            }
        }
    }
}
