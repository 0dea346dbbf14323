package org.faceunlock.cli;

import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import org.faceunlock.image.DetectionProgress;
import org.faceunlock.image.PhotoResult;

/**
 * Shows on standard error, at a terminal, how many photos are done, how many a second, and the time left, when it takes
 * longer than a moment. For one thread.
 */
final class PhotoProgress implements DetectionProgress, AutoCloseable {

    private final long startedAt = System.nanoTime();
    private Optional<ProgressBar> bar = Optional.empty();

    @Override
    public void after(int done, int total, PhotoResult row) {
        step(done, total);
    }

    /** So many are done. */
    void step(int done, int total) {
        if (bar.isEmpty() && done < total && System.nanoTime() - startedAt > TerminalBar.A_MOMENT.toNanos()) {
            bar = TerminalBar.open("photos", "", 1, total, done);
        }
        bar.ifPresent(shown -> shown.stepTo(done));
    }

    /** Takes the bar away, so that results can be printed. */
    void finished() {
        bar.ifPresent(ProgressBar::close);
        bar = Optional.empty();
    }

    @Override
    public void close() {
        finished();
    }
}
