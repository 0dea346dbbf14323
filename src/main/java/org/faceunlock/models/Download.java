package org.faceunlock.models;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.faceunlock.checkpoint.AtomicFile;

/**
 * Downloads one file from a source to its place: into {@code NAME.part} beside it, resumed, checked by size and
 * SHA-256, then moved. Used once, by whoever holds the lock of the folder.
 *
 * <p>A part of an earlier run counts as the beginning of the file until the checksum of the whole says otherwise; then
 * the file is downloaded once more from byte 0. No byte beyond the expected, or else the announced, size is taken.
 * Failures of the source are tried again, failures of the disk are not.
 */
final class Download {

    private static final int BUFFER = 1 << 16;
    /** The most that is taken of a file whose size neither the catalogue nor the server tells. */
    private static final long CEILING = 1L << 30;
    /** Tries in a row that bring less than {@link #PROGRESS} bytes before the file is given up. */
    private static final int TRIES = 4;
    private static final long PROGRESS = 1L << 20;

    private final RemoteFile file;
    private final Sha256 sha256;
    private final Path target;
    private final Path part;
    private final Source source;
    private final boolean last;
    private final Duration pause;
    private final FetchListener listener;

    /**
     * @param last whether no other source follows; otherwise a host that is unknown or silent is asked only once
     * @param pause before the second try; doubled before each further one
     */
    Download(RemoteFile file, Path target, Source source, boolean last, Duration pause, FetchListener listener) {
        this.file = file;
        this.sha256 = file.sha256().orElseThrow(() -> new FetchException("the SHA-256 of " + file.fileName()
                + " is not on record: give the one that you trust with --sha256 HEX"));
        this.target = target;
        this.part = part(target);
        this.source = source;
        this.last = last;
        this.pause = pause;
        this.listener = listener;
    }

    static Path part(Path target) {
        return target.resolveSibling(target.getFileName() + ".part");
    }

    void run() {
        try {
            Files.createDirectories(target.getParent());
            if (!attempt(true)) {
                listener.retrying(file, "the part kept from an earlier run was not of this file");
                attempt(false);
            }
        } catch (IOException e) {
            throw new FetchException("cannot write " + part + ": " + e.getMessage()
                    + "; see that the disk has room and the folder can be written to", e);
        }
        listener.finished(file);
    }

    /** Downloads and checks; false when it was a part of an earlier run that spoilt the checksum. */
    private boolean attempt(boolean resume) throws IOException {
        boolean resumed = receive(resume);
        Sha256 found = Sha256.of(part);
        if (found.equals(sha256)) {
            AtomicFile.move(part, target);
            return true;
        }
        Files.delete(part);
        if (!resumed) {
            throw new FetchException(source.place(file) + ": expected SHA-256 " + sha256 + ", found " + found
                    + "; nothing was kept. The file there is not the published one, or it was changed on its way");
        }
        return false;
    }

    /** Receives until the file is complete; whether it began with bytes of an earlier run. */
    private boolean receive(boolean resume) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (!resume || channel.size() > file.bytes().orElse(CEILING)) {
                channel.truncate(0);
            }
            boolean resumed = channel.size() > 0;
            int failures = 0;
            while (channel.size() != file.bytes().orElse(-1)) {
                long before = channel.size();
                Optional<IOException> failure = receiveOnce(channel);
                if (failure.isEmpty()) {
                    break;
                }
                failures = channel.size() - before >= PROGRESS ? 1 : failures + 1;
                pauseAfter(failures, failure.get());
            }
            channel.force(true);
            return resumed;
        } finally {
            if (Files.exists(part) && Files.size(part) == 0) {
                Files.delete(part);
            }
        }
    }

    /** Receives what the source sends; returns a failure of the source, throws one of the disk. */
    private Optional<IOException> receiveOnce(FileChannel channel) throws IOException {
        listener.asking(file, source);
        Source.Opened opened;
        try {
            opened = source.open(file, channel.size());
        } catch (IOException e) {
            return Optional.of(e);
        }
        try (opened) {
            OptionalLong total = size(opened.total());
            channel.truncate(opened.from()).position(opened.from());
            listener.started(file, opened.from(), total);
            OutputStream out = Channels.newOutputStream(channel);
            byte[] buffer = new byte[BUFFER];
            for (long received = opened.from(); ; ) {
                int count;
                try {
                    count = opened.body().read(buffer);
                } catch (IOException e) {
                    return Optional.of(e);
                }
                if (count < 0) {
                    return received >= total.orElse(0) ? Optional.empty() : Optional.of(new EOFException(
                            "the connection ended after " + received + " of " + total.getAsLong() + " bytes"));
                }
                received += count;
                if (received > total.orElse(CEILING)) {
                    channel.truncate(0);
                    throw new FetchException(source.place(file) + " sends more than the expected "
                            + total.orElse(CEILING) + " bytes; refused, nothing was kept");
                }
                out.write(buffer, 0, count);
                listener.advanced(received);
            }
        }
    }

    /** The size that the file will have: that of the catalogue, with which the announced one must agree, else that. */
    private OptionalLong size(OptionalLong announced) {
        if (file.bytes().isPresent() && announced.isPresent() && !announced.equals(file.bytes())) {
            throw new FetchException(source.place(file) + ": expected " + file.bytes().getAsLong()
                    + " bytes, the server announces " + announced.getAsLong() + "; refused");
        }
        return file.bytes().isPresent() ? file.bytes() : announced;
    }

    /** Waits before the next try, or gives up. */
    private void pauseAfter(int failures, IOException failure) {
        if (failures >= TRIES || !last && (failure instanceof HttpTimeoutException || isUnknownHost(failure))) {
            throw new FetchException("cannot fetch " + file.fileName() + " from " + source.place(file) + ": "
                    + reason(failure) + " (tried " + failures + " times, " + source.route(file)
                    + "); what has arrived is kept for the next run", failure);
        }
        try {
            Thread.sleep(pause.toMillis() << failures - 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FetchException("interrupted while fetching " + file.fileName(), e);
        }
        listener.retrying(file, reason(failure));
    }

    private static String reason(IOException failure) {
        if (isUnknownHost(failure)) {
            return "the name of the host, or of the proxy, is not known";
        }
        if (failure.getMessage() == null) {
            return failure instanceof ConnectException ? "no connection" : "the connection ended";
        }
        return failure.getMessage().startsWith("too many authentication attempts")
                ? "the proxy refuses this user and password"
                : failure.getMessage().replaceAll("\\b(?:[a-z]\\w*\\.)+[A-Z]\\w*: *", ""); // names of exceptions
    }

    private static boolean isUnknownHost(Throwable failure) {
        return failure instanceof UnresolvedAddressException || failure instanceof UnknownHostException
                || failure != null && isUnknownHost(failure.getCause());
    }
}
