package org.faceunlock.models;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * One file on its way from a source to its place: resumed, counted, summed, then moved in one step. Used once.
 *
 * <p>A part kept from an earlier run is trusted to be a beginning of the file until the checksum of the whole says
 * otherwise; then it is fetched once more from byte 0. No byte beyond the expected, or else the announced, size is
 * taken.
 */
final class Download {

    private static final int BUFFER = 1 << 16;
    /** The most that is taken of a file whose size neither the catalogue nor the server tells. */
    private static final long CEILING = 1L << 30;
    /** After so many new bytes a failure counts as the first again. */
    private static final long PROGRESS = 1L << 20;

    private final RemoteFile file;
    private final Sha256 sha256;
    private final Path target;
    private final Source source;
    private final RetryPolicy patience;
    private final FetchListener listener;

    Download(RemoteFile file, Path target, Source source, RetryPolicy patience, FetchListener listener) {
        this.file = file;
        this.sha256 = file.sha256().orElseThrow(() -> new FetchException("the SHA-256 of " + file.fileName()
                + " is not on record: give the one that you trust with --sha256 HEX"));
        this.target = target;
        this.source = source;
        this.patience = patience;
        this.listener = listener;
    }

    void run() {
        if (!attempt(true)) {
            listener.retrying(file, "the part kept from an earlier run was not of this file");
            attempt(false);
        }
        listener.finished(file);
    }

    /** Fetches and checks; false when it was a kept part that spoilt the checksum. */
    private boolean attempt(boolean resume) {
        try (PartFile part = new PartFile(target)) {
            if (!resume || part.length() > file.bytes().orElse(CEILING)) {
                part.cut(0);
            }
            boolean kept = part.length() > 0;
            receive(part);
            Sha256 found = part.sha256();
            if (found.equals(sha256)) {
                part.moveIntoPlace();
                return true;
            }
            part.discard();
            if (kept) {
                return false;
            }
            throw new FetchException(source.place(file) + ": expected SHA-256 " + sha256 + ", found " + found
                    + "; nothing was kept. The file there is not the published one, or it was changed on its way");
        }
    }

    private void receive(PartFile part) {
        int failures = 0;
        while (!OptionalLong.of(part.length()).equals(file.bytes())) {
            long before = part.length();
            try {
                receiveOnce(part);
                return;
            } catch (IOException e) {
                failures = part.length() - before >= PROGRESS ? 1 : failures + 1;
                patience.afterFailure(failures, file, source, e);
                listener.retrying(file, RetryPolicy.reason(e));
            }
        }
    }

    private void receiveOnce(PartFile part) throws IOException {
        listener.asking(file, source);
        try (Source.Opened opened = source.open(file, part.length())) {
            OptionalLong total = size(opened.total());
            part.cut(opened.from());
            listener.started(file, opened.from(), total);
            byte[] buffer = new byte[BUFFER];
            long received = opened.from();
            for (int n = opened.body().read(buffer); n >= 0; n = opened.body().read(buffer)) {
                received += n;
                if (received > total.orElse(CEILING)) {
                    part.discard();
                    throw new FetchException(source.place(file) + " sends more than the expected "
                            + total.orElse(CEILING) + " bytes; refused, nothing was kept");
                }
                part.append(buffer, n);
                listener.advanced(received);
            }
            if (total.isPresent() && received < total.getAsLong()) {
                throw new EOFException("the connection ended after " + received + " of " + total.getAsLong()
                        + " bytes");
            }
        }
    }

    /** The size that the file will have; the catalogue's word goes before the server's, and they must agree. */
    private OptionalLong size(OptionalLong announced) {
        if (file.bytes().isEmpty()) {
            return announced;
        }
        if (announced.isPresent() && !announced.equals(file.bytes())) {
            throw new FetchException(source.place(file) + ": expected " + file.bytes().getAsLong()
                    + " bytes, the server announces " + announced.getAsLong() + "; refused");
        }
        return file.bytes();
    }
}
