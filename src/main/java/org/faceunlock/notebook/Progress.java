package org.faceunlock.notebook;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.faceunlock.image.DetectionProgress;
import org.faceunlock.image.PhotoResult;
import org.faceunlock.notebook.display.Html;
import org.faceunlock.notebook.display.MimeBundle;
import org.faceunlock.notebook.widget.Frontend;

/**
 * How far a long cell is, in its output: one line that changes at most ten times a second and stays with the time it
 * took. Work that is done within half a second shows nothing.
 *
 * <p>It can be given to {@code ImageFolder.detect}. For the thread of one cell.
 */
public final class Progress implements DetectionProgress {
    private static final long QUIET_NANOS = 500_000_000;
    private static final long BETWEEN_NANOS = 100_000_000;
    private static final int CELLS = 24;
    private final String task;
    private final Optional<Frontend> page;
    private final String id = UUID.randomUUID().toString();
    private final long begun = System.nanoTime();
    private long lastShown = begun + QUIET_NANOS - BETWEEN_NANOS;
    private boolean shown;

    Progress(String task, Optional<Frontend> page) {
        this.task = task;
        this.page = page;
    }

    /** Progress of a task in the running cell; silent where there is no notebook. */
    public static Progress of(String task) {
        return new Progress(task, Notebook.page());
    }

    /** Says that so many of all are done. */
    public void at(int done, int total) {
        long now = System.nanoTime();
        boolean last = done >= total;
        if (last ? shown || now - begun > QUIET_NANOS : now - lastShown >= BETWEEN_NANOS) {
            lastShown = now;
            page.ifPresent(link -> tell(link, line(done, total, (now - begun) / 1e9)));
        }
    }

    @Override
    public void after(int done, int total, PhotoResult row) {
        at(done, total);
    }

    private void tell(Frontend link, String line) {
        MimeBundle bundle = MimeBundle.html("<pre>" + Html.escape(line) + "</pre>", line);
        if (shown) {
            link.redisplay(bundle, id);
        } else {
            shown = true;
            link.display(bundle, id);
        }
    }

    private String line(int done, int total, double seconds) {
        int full = total == 0 ? CELLS : (int) ((long) CELLS * done / total);
        return String.format(Locale.ROOT, "%s  %s%s  %d of %d, %.1f s", task, "█".repeat(full),
                "░".repeat(CELLS - full), done, total, seconds);
    }
}
