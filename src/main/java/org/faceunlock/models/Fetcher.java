package org.faceunlock.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * Fetches files into a folder, each checked before it appears there under its name.
 *
 * <p>What is already there with the right bytes is left alone; what is there with other bytes is replaced. An
 * interrupted fetch leaves only {@code .part} files, from which the next one goes on. Threads and processes that fetch
 * into one folder take turns, and the later ones find the work done.
 */
public final class Fetcher {

    /** Between threads, which a lock of the operating system does not keep apart. */
    private static final ReentrantLock ONE_THREAD = new ReentrantLock();
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final List<Source> sources;
    private final Duration pause;
    private final FetchListener listener;

    /**
     * @param sources tried in their order until one has what is wanted; one that does not answer costs 10 s at most if
     *        there is another to try
     */
    public Fetcher(List<Source> sources, FetchListener listener) {
        this(sources, PAUSE, listener);
    }

    /** @param pause before the second try of a file; doubled before each further one */
    Fetcher(List<Source> sources, Duration pause, FetchListener listener) {
        this.sources = List.copyOf(sources);
        this.pause = pause;
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
        holding(folder, listener, () -> fetched.set(present(folder, editions)
                .orElseGet(() -> fetchFromAny(folder, editions))));
        return fetched.get();
    }

    /**
     * Does something while no other thread of this process fetches, and no other process fetches into the folder: that
     * is a lock on {@code .fetch.lock} in it, which ends with the process however it ends; the empty file stays.
     */
    static void holding(Path folder, FetchListener listener, Runnable action) {
        if (!ONE_THREAD.tryLock()) {
            listener.waiting(folder);
            ONE_THREAD.lock();
        }
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(folder.resolve(".fetch.lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE)) {
                if (channel.tryLock() == null) {
                    listener.waiting(folder);
                    channel.lock();
                }
                action.run();
            }
        } catch (IOException e) {
            throw new FetchException("cannot fetch into " + folder + " (" + e.getMessage()
                    + "): expected a folder that can be written to", e);
        } finally {
            ONE_THREAD.unlock();
        }
    }

    private Optional<List<RemoteFile>> present(Path folder, List<List<RemoteFile>> editions) {
        Optional<List<RemoteFile>> complete = editions.stream()
                .filter(files -> files.stream().allMatch(file -> isPresent(file, folder.resolve(file.path()))))
                .findFirst();
        complete.ifPresent(files -> files.forEach(listener::present));
        return complete;
    }

    private List<RemoteFile> fetchFromAny(Path folder, List<List<RemoteFile>> editions) {
        record Choice(Source source, List<RemoteFile> files) {
        }
        List<Choice> choices = sources.stream().flatMap(source -> editions.stream()
                .filter(files -> files.stream().allMatch(source::serves))
                .map(files -> new Choice(source, files))).toList();
        List<FetchException> failures = new ArrayList<>();
        for (Choice choice : choices) {
            boolean last = choice.source == choices.get(choices.size() - 1).source;
            try {
                choice.files.forEach(file ->
                        fetchUnlessPresent(file, folder.resolve(file.path()), choice.source, last));
                return choice.files;
            } catch (FetchException e) {
                failures.add(e);
                if (failures.size() < choices.size()) {
                    listener.unavailable(e.getMessage());
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

    private void fetchUnlessPresent(RemoteFile file, Path target, Source source, boolean last) {
        if (isPresent(file, target)) {
            listener.present(file);
            return;
        }
        try {
            new Download(file, target, source, last, pause, listener).run();
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
