package org.faceunlock.demo.cli;

import java.io.PrintWriter;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import org.faceunlock.cli.TerminalBar;
import org.faceunlock.demo.training.TrainingListener;

/**
 * Shows on standard error how a job of one or more stages gets on: a bar at a terminal, else a line at every tenth of a
 * stage. Safe to use from several threads.
 */
final class StageBar implements TrainingListener, AutoCloseable {

    private static final int LINES = 10;

    private final PrintWriter err;
    private Optional<ProgressBar> bar = Optional.empty();
    private String shown = "";
    private int most;

    StageBar(PrintWriter err) {
        this.err = err;
    }

    @Override
    public synchronized void after(String stage, int done, int total, String note) {
        if (!stage.equals(shown)) {
            close();
            shown = stage;
            most = 0;
            bar = TerminalBar.open(stage, "", 1, total, Math.max(0, done - 1));
        }
        int before = most;
        most = Math.max(most, done);
        bar.ifPresent(open -> open.stepTo(most).setExtraMessage(note));
        if (bar.isEmpty() && most * LINES / total > before * LINES / total) {
            err.println("%s: %s of %s %s".formatted(stage, most, total, note).strip());
        }
    }

    @Override
    public synchronized void close() {
        bar.ifPresent(ProgressBar::close);
        bar = Optional.empty();
    }
}
