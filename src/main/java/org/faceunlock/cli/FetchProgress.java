package org.faceunlock.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import me.tongfei.progressbar.ProgressBar;
import org.faceunlock.models.ByteCount;
import org.faceunlock.models.FetchListener;
import org.faceunlock.models.RemoteFile;
import org.faceunlock.models.Source;

/**
 * Tells on standard error how a fetch goes: one line a file, and at a terminal a bar for what takes longer than a
 * moment. For one thread.
 */
final class FetchProgress implements FetchListener {

    private final PrintWriter err;
    private long startedAt;
    private long from;
    private long received;
    private OptionalLong total = OptionalLong.empty();
    private String name = "";
    private String asked = "";
    private Optional<ProgressBar> bar = Optional.empty();

    FetchProgress(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void waiting(Path folder) {
        err.println("waiting: another face-unlock is fetching into " + folder);
    }

    @Override
    public void present(RemoteFile file) {
        err.println(file.fileName() + ": already there (" + file.size() + ")");
    }

    @Override
    public void started(RemoteFile file, long firstByte, OptionalLong bytes) {
        startedAt = System.nanoTime();
        from = firstByte;
        received = firstByte;
        total = bytes;
        name = file.fileName();
        if (firstByte > 0) {
            err.println(name + ": going on after " + new ByteCount(firstByte));
        }
    }

    @Override
    public void advanced(long bytes) {
        received = bytes;
        if (bar.isEmpty() && System.nanoTime() - startedAt > TerminalBar.A_MOMENT.toNanos()) {
            bar = TerminalBar.open(name, " MB", 1_000_000, total.orElse(-1), from);
        }
        bar.ifPresent(shown -> shown.stepTo(bytes));
    }

    @Override
    public void asking(RemoteFile file, Source source) {
        if (source.name().equals("npm") && !asked.equals(source.place(file))) {
            asked = source.place(file);
            err.println(file.fileName() + ": downloading " + asked);
        }
    }

    @Override
    public void unavailable(String reason) {
        closeBar();
        err.println(reason);
    }

    @Override
    public void retrying(RemoteFile file, String reason) {
        closeBar();
        err.println(file.fileName() + ": " + reason + "; trying again");
    }

    @Override
    public void finished(RemoteFile file) {
        closeBar();
        err.println(file.fileName() + ": fetched and checked (" + new ByteCount(received) + ")");
    }

    @Override
    public void failed(RemoteFile file) {
        closeBar();
    }

    private void closeBar() {
        bar.ifPresent(ProgressBar::close);
        bar = Optional.empty();
    }
}
