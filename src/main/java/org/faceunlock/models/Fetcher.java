package org.faceunlock.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Fetches files into a folder, each checked before it appears there under its name.
 *
 * <p>What is already there with the right bytes is left alone; what is there with other bytes is replaced. An
 * interrupted fetch leaves only {@code .part} files, from which the next one goes on. Threads and processes that fetch
 * into one folder take turns, and the later ones find the work done.
 */
public final class Fetcher {

    private final Source source;
    private final Patience patience;
    private final FetchListener listener;

    public Fetcher(Source source, FetchListener listener) {
        this(source, Patience.USUAL, listener);
    }

    Fetcher(Source source, Patience patience, FetchListener listener) {
        this.source = Objects.requireNonNull(source, "source");
        this.patience = Objects.requireNonNull(patience, "patience");
        this.listener = Objects.requireNonNull(listener, "listener");
    }

    /**
     * Makes every file lie in the folder, at its path.
     *
     * @throws FetchException when one cannot be had; those before it stay
     */
    public void fetch(Path folder, List<RemoteFile> files) {
        FetchLock.holding(folder, listener,
                () -> files.forEach(file -> fetchUnlessPresent(file, folder.resolve(file.path()))));
    }

    private void fetchUnlessPresent(RemoteFile file, Path target) {
        if (isPresent(file, target)) {
            listener.present(file);
            return;
        }
        try {
            new Download(file, target, source, patience, listener).run();
        } catch (FetchException e) {
            listener.failed(file);
            throw e;
        }
    }

    private static boolean isPresent(RemoteFile file, Path target) {
        try {
            return Files.isRegularFile(target)
                    && (file.bytes().isEmpty() || file.bytes().getAsLong() == Files.size(target))
                    && file.sha256().equals(Optional.of(Sha256.of(target)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + target, e);
        }
    }
}
