package org.faceunlock.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * Fetches files into a folder, each checked before it appears there under its name.
 *
 * <p>What is already there with the right bytes is left alone; what is there with other bytes is replaced. An
 * interrupted fetch leaves only {@code .part} files, from which the next one goes on. Threads and processes that fetch
 * into one folder take turns, and the later ones find the work done.
 */
public final class Fetcher {

    private final List<Source> sources;
    private final RetryPolicy patience;
    private final FetchListener listener;

    /**
     * @param sources tried in their order until one has what is wanted; one that does not answer costs 10 s at most if
     *        there is another to try
     */
    public Fetcher(List<Source> sources, FetchListener listener) {
        this(sources, RetryPolicy.USUAL, listener);
    }

    Fetcher(Source source, RetryPolicy patience, FetchListener listener) {
        this(List.of(source), patience, listener);
    }

    Fetcher(List<Source> sources, RetryPolicy patience, FetchListener listener) {
        this.sources = List.copyOf(sources);
        this.patience = Objects.requireNonNull(patience, "patience");
        this.listener = Objects.requireNonNull(listener, "listener");
    }

    /**
     * Makes every file lie in the folder, at its path.
     *
     * @throws FetchException when one cannot be had; those before it stay
     */
    public void fetch(Path folder, List<RemoteFile> files) {
        fetchOne(folder, List.of(files));
    }

    /**
     * Makes every file of one edition lie in the folder: of one that is there already, else of the first that a source
     * has.
     *
     * @param editions lists of files of which each does the same
     * @return the edition that is there now
     * @throws FetchException when none can be had; it tells why of each source
     */
    public List<RemoteFile> fetchOne(Path folder, List<List<RemoteFile>> editions) {
        AtomicReference<List<RemoteFile>> fetched = new AtomicReference<>();
        FetchLock.holding(folder, listener, () -> fetched.set(present(folder, editions)
                .orElseGet(() -> fetchFromAny(folder, editions))));
        return fetched.get();
    }

    private Optional<List<RemoteFile>> present(Path folder, List<List<RemoteFile>> editions) {
        Optional<List<RemoteFile>> complete = editions.stream()
                .filter(files -> files.stream().allMatch(file -> isPresent(file, folder.resolve(file.path()))))
                .findFirst();
        complete.ifPresent(files -> files.forEach(listener::present));
        return complete;
    }

    private List<RemoteFile> fetchFromAny(Path folder, List<List<RemoteFile>> editions) {
        List<Source> serving = sources.stream()
                .filter(source -> editions.stream().anyMatch(files -> files.stream().allMatch(source::serves)))
                .toList();
        List<FetchException> failures = new ArrayList<>();
        for (Source source : serving) {
            boolean last = source == serving.get(serving.size() - 1);
            for (List<RemoteFile> files : editions.stream().filter(files -> files.stream().allMatch(source::serves))
                    .toList()) {
                if (!failures.isEmpty()) {
                    listener.unavailable(failures.get(failures.size() - 1).getMessage());
                }
                try {
                    files.forEach(file -> fetchUnlessPresent(file, folder.resolve(file.path()), source,
                            last ? patience : patience.withoutWaiting()));
                    return files;
                } catch (FetchException e) {
                    failures.add(e);
                }
            }
        }
        throw failures.size() == 1 ? failures.get(0) : noSource(editions.get(0), failures);
    }

    private FetchException noSource(List<RemoteFile> files, List<FetchException> failures) {
        FetchException none = new FetchException("cannot fetch " + files.get(0).path() + ": no source has it, of "
                + sources.stream().map(Source::name).toList()
                + failures.stream().map(failure -> "\n  " + failure.getMessage()).collect(Collectors.joining()));
        failures.forEach(none::addSuppressed);
        return none;
    }

    private void fetchUnlessPresent(RemoteFile file, Path target, Source source, RetryPolicy waiting) {
        if (isPresent(file, target)) {
            listener.present(file);
            return;
        }
        try {
            new Download(file, target, source, waiting, listener).run();
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
