package org.faceunlock.models;

import java.util.Objects;

/**
 * One version of a package of the npm registry, and the archive that it must be. Immutable.
 *
 * @param name such as {@code @vladmandic/face-api}
 * @param version such as {@code 1.7.15}; never a range or a tag
 * @param bytes the exact size of the archive
 * @param sha256 the checksum of the archive
 */
public record NpmPackage(String name, String version, int bytes, Sha256 sha256) {

    private static final String PART = "[a-z0-9][a-z0-9._-]*";

    public NpmPackage {
        if (!name.matches("(@" + PART + "/)?" + PART)) {
            throw new IllegalArgumentException("name: expected name or @scope/name, found '" + name + "'");
        }
        if (!version.matches("\\d+\\.\\d+\\.\\d+(-[0-9A-Za-z.-]+)?")) {
            throw new IllegalArgumentException("version: expected one such as 1.0.24, found '" + version + "'");
        }
        if (bytes < 1) {
            throw new IllegalArgumentException("bytes: expected at least 1, found " + bytes);
        }
        Objects.requireNonNull(sha256, "sha256");
    }

    /** The package as npm's commands take it, {@code name@version}. */
    @Override
    public String toString() {
        return name + "@" + version;
    }
}
