package org.faceunlock.models;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A file that the project does not carry: where it is published and which bytes it must have. Immutable.
 *
 * @param address its https address
 * @param path where it goes below the folder it is fetched into, with '/' between names
 * @param bytes its exact size; empty where nobody wrote it down
 * @param sha256 its checksum; empty where nobody wrote it down, and then it is not fetched before somebody does
 */
public record RemoteFile(URI address, String path, OptionalLong bytes, Optional<Sha256> sha256) {

    public RemoteFile {
        if (!"https".equals(address.getScheme()) || address.getHost() == null) {
            throw new IllegalArgumentException("address: expected https://host/path, found " + address);
        }
        Path relative = Path.of(path);
        if (path.isBlank() || relative.isAbsolute() || !relative.equals(relative.normalize())
                || relative.startsWith("..")) {
            throw new IllegalArgumentException("path: expected a relative path without '..', found '" + path + "'");
        }
        Objects.requireNonNull(bytes, "bytes");
        Objects.requireNonNull(sha256, "sha256");
    }

    /** A file of which everything is known. */
    public static RemoteFile of(String address, String path, long bytes, String sha256) {
        return new RemoteFile(URI.create(address), path, OptionalLong.of(bytes), Optional.of(new Sha256(sha256)));
    }

    /** A file whose size and checksum are not on record. */
    public static RemoteFile unchecked(String address, String path) {
        return new RemoteFile(URI.create(address), path, OptionalLong.empty(), Optional.empty());
    }

    /** The same file with the checksum that it must have. */
    public RemoteFile withSha256(Sha256 known) {
        return new RemoteFile(address, path, bytes, Optional.of(known));
    }

    /** The last name of the path. */
    public String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The place of the file below a mirror: the address without its scheme, {@code host/path}. */
    public String mirrorPath() {
        return address.getHost() + address.getRawPath();
    }

    /** The size in words. */
    public String size() {
        return ByteCount.words(bytes);
    }
}
