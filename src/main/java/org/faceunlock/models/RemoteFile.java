package org.faceunlock.models;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A file that the project does not carry: where it is published and which bytes it must have. Immutable.
 *
 * @param origin where it is published
 * @param path where it goes below the folder it is fetched into, with '/' between names
 * @param bytes its exact size; empty where nobody wrote it down
 * @param sha256 its checksum; empty where nobody wrote it down, and then it is not fetched before somebody does
 */
public record RemoteFile(Origin origin, String path, OptionalLong bytes, Optional<Sha256> sha256) {

    public RemoteFile {
        Objects.requireNonNull(origin, "origin");
        Path relative = Path.of(path);
        if (path.isBlank() || relative.isAbsolute() || !relative.equals(relative.normalize())
                || relative.startsWith("..")) {
            throw new IllegalArgumentException("path: expected a relative path without '..', found '" + path + "'");
        }
        Objects.requireNonNull(bytes, "bytes");
        Objects.requireNonNull(sha256, "sha256");
    }

    /** A file at an https address, of which everything is known. */
    public static RemoteFile of(String address, String path, long bytes, String sha256) {
        return of(new Origin.Web(URI.create(address)), path, bytes, sha256);
    }

    /** A file of which everything is known. */
    static RemoteFile of(Origin origin, String path, long bytes, String sha256) {
        return new RemoteFile(origin, path, OptionalLong.of(bytes), Optional.of(new Sha256(sha256)));
    }

    /** A file whose size and checksum are not on record. */
    public static RemoteFile unchecked(String address, String path) {
        return new RemoteFile(new Origin.Web(URI.create(address)), path, OptionalLong.empty(), Optional.empty());
    }

    /** The same file with the checksum that it must have. */
    public RemoteFile withSha256(Sha256 known) {
        return new RemoteFile(origin, path, bytes, Optional.of(known));
    }

    /** The last name of the path. */
    public String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The place of the file below a mirror. */
    public String mirrorPath() {
        return origin.mirrorPath();
    }

    /** The size in words. */
    public String size() {
        return ByteCount.words(bytes);
    }
}
