package org.faceunlock.cli;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.faceunlock.compare.Decision;

/**
 * Counts failures in a row, makes the next attempt wait after too many, and writes each attempt as one line of JSON at
 * the end of a file of the owner's alone. For one thread.
 *
 * <p>A line that cannot be written ends the command before its answer is told.
 */
final class AttemptLog implements AutoCloseable {

    private static final int MOST_DOUBLINGS = 6;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Optional<FileChannel> file;
    private final int allowed;
    private final Sleeper sleeper;
    private int failures;

    private AttemptLog(Optional<FileChannel> file, int allowed, Sleeper sleeper, int failures) {
        this.file = file;
        this.allowed = allowed;
        this.sleeper = sleeper;
        this.failures = failures;
    }

    /** How time passes: for tests to leave out. */
    @FunctionalInterface
    interface Sleeper {

        Sleeper REAL = duration -> {
            try {
                Thread.sleep(duration.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalArgumentException("interrupted while waiting after failures; nothing was tried", e);
            }
        };

        void sleep(Duration duration);
    }

    /** @param allowed failures in a row before the first wait */
    static AttemptLog open(Optional<Path> file, int allowed, Sleeper sleeper) {
        try {
            if (file.isEmpty()) {
                return new AttemptLog(Optional.empty(), allowed, sleeper, 0);
            }
            FileChannel channel = channel(file.get());
            String before = Files.readString(file.get());
            if (!before.isEmpty() && !before.endsWith("\n")) { // a run that was killed left a part of a line
                channel.write(ByteBuffer.wrap(new byte[] {'\n'}));
            }
            return new AttemptLog(Optional.of(channel), allowed, sleeper, lastFailures(before.lines().toList()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the log " + file.orElseThrow(), e);
        }
    }

    private static FileChannel channel(Path file) throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] owner = {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))};
        return FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                posix ? owner : new FileAttribute<?>[0]);
    }

    private static int lastFailures(List<String> lines) {
        int failures = 0;
        while (failures < lines.size() && isFailure(lines.get(lines.size() - 1 - failures))) {
            failures++;
        }
        return failures;
    }

    /** A line that makes no sense, as one that was cut off, is not held for a success. */
    private static boolean isFailure(String line) {
        try {
            return !JsonParser.parseString(line).getAsJsonObject().get("outcome").getAsString().equals("UNLOCKED");
        } catch (JsonParseException | IllegalStateException | NullPointerException e) {
            return true;
        }
    }

    /** Waits if it is time to: not at all for the first attempts, then 1, 2, 4 to 60 seconds. */
    void beforeAttempt() {
        if (failures >= allowed) {
            Duration wait = Duration.ofSeconds(1L << Math.min(failures - allowed, MOST_DOUBLINGS));
            sleeper.sleep(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
        }
    }

    /** Notes an attempt before its answer is told. */
    void add(Decision decision) {
        failures = decision.unlocked() ? 0 : failures + 1;
        if (file.isPresent()) {
            ByteBuffer line = ByteBuffer.wrap(
                    (JsonLine.attempt(Instant.now(), decision) + "\n").getBytes(StandardCharsets.UTF_8));
            try {
                while (line.hasRemaining()) {
                    file.get().write(line);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write the log; the attempt is not told", e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (file.isPresent()) {
            file.get().close();
        }
    }
}
