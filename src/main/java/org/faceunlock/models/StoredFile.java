package org.faceunlock.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One file of a model and its place in the store.
 *
 * <p>Beside it lies {@code NAME.sha256}, in the format of {@code sha256sum}, where a user gave the checksum, and
 * {@code NAME.verified} once it had the right one. That note holds while size and time of last change stay the same, so
 * that 112 MB are not read twice at every start. Whoever can write to the store can forge it, and could as well replace
 * the program; {@link #verify} reads every byte.
 */
public final class StoredFile {

    private final ModelEntry entry;
    private final RemoteFile published;
    private final Path path;

    StoredFile(ModelEntry entry, RemoteFile published, Path path) {
        this.entry = entry;
        this.published = published;
        this.path = path;
    }

    /** Where the file lies, or would lie. */
    public Path path() {
        return path;
    }

    /** What the file must be; with the checksum that a user once gave where the catalogue has none. */
    public RemoteFile expected() {
        return published.sha256().isPresent() ? published
                : remembered().map(published::withSha256).orElse(published);
    }

    /** What can be said of the file without reading it. */
    public FileState state() {
        if (!Files.isRegularFile(path)) {
            return Files.exists(Download.part(path)) ? FileState.PARTLY_FETCHED : FileState.MISSING;
        }
        if (published.bytes().isPresent() && published.bytes().getAsLong() != size()) {
            return FileState.WRONG_SIZE;
        }
        return expected().sha256()
                .map(sha256 -> isStamped(sha256) ? FileState.VERIFIED : FileState.UNVERIFIED)
                .orElse(FileState.SHA256_UNKNOWN);
    }

    /** Reads every byte of the file; a right checksum is noted, so that {@link #state} knows it from then on. */
    public FileState verify() {
        FileState quick = state();
        return quick == FileState.VERIFIED || quick == FileState.UNVERIFIED ? sum(expected().sha256()) : quick;
    }

    /** The path of the file, once its size is right and its checksum was found right. */
    Path require() {
        FileState quick = state();
        FileState state = quick == FileState.UNVERIFIED ? verify() : quick;
        return switch (state) {
            case VERIFIED -> path;
            case MISSING, PARTLY_FETCHED -> throw new MissingModelException(entry, expected(), path);
            case WRONG_SIZE -> throw damaged("expected " + published.bytes().getAsLong() + " bytes, found " + size());
            case WRONG_SHA256 -> throw damaged("expected SHA-256 " + expected().sha256().orElseThrow()
                    + ", found another");
            case SHA256_UNKNOWN -> throw damaged("nobody has said which SHA-256 it must have");
            case UNVERIFIED -> throw new IllegalStateException(path + " was read and is still not verified");
        };
    }

    /** Notes that the file was just found to have this checksum, and keeps it where the catalogue has none. */
    void accept(Sha256 sha256) throws IOException {
        if (published.sha256().isEmpty()) {
            Files.writeString(beside(".sha256"), sha256 + "  " + published.fileName() + "\n");
        }
        writeStamp(sha256);
    }

    private FileState sum(Optional<Sha256> expected) {
        try {
            Sha256 found = Sha256.of(path);
            if (!expected.equals(Optional.of(found))) {
                return FileState.WRONG_SHA256;
            }
            writeStamp(found);
            return FileState.VERIFIED;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    private Optional<Sha256> remembered() {
        try {
            return Files.exists(beside(".sha256"))
                    ? Optional.of(new Sha256(Files.readString(beside(".sha256")).strip().split("\\s+")[0]))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + beside(".sha256"), e);
        } catch (IllegalArgumentException e) {
            throw new StoreException(beside(".sha256") + ": " + e.getMessage()
                    + "; delete the file and fetch the model again", e);
        }
    }

    private boolean isStamped(Sha256 sha256) {
        try {
            return Files.exists(beside(".verified")) && Files.readString(beside(".verified")).equals(stamp(sha256));
        } catch (IOException e) {
            return false;
        }
    }

    private void writeStamp(Sha256 sha256) {
        try {
            Files.writeString(beside(".verified"), stamp(sha256));
        } catch (IOException e) {
            return; // a store that cannot be written to: the next start reads the file again
        }
    }

    private String stamp(Sha256 sha256) throws IOException {
        return sha256 + " " + Files.size(path) + " " + Files.getLastModifiedTime(path).toMillis() + "\n";
    }

    private Path beside(String ending) {
        return path.resolveSibling(path.getFileName() + ending);
    }

    private long size() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    private DamagedModelException damaged(String expectedAndFound) {
        return new DamagedModelException(entry, path, expectedAndFound);
    }
}
