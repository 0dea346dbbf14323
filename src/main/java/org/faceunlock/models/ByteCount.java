package org.faceunlock.models;

import java.util.Locale;
import java.util.OptionalLong;

/**
 * A number of bytes that reads well: decimal units, one digit after the point from 1 kB on.
 *
 * @param bytes at least 0
 */
public record ByteCount(long bytes) {

    public ByteCount {
        if (bytes < 0) {
            throw new IllegalArgumentException("bytes: expected at least 0, found " + bytes);
        }
    }

    /** The count in words, or "size unknown". */
    public static String words(OptionalLong bytes) {
        return bytes.isPresent() ? new ByteCount(bytes.getAsLong()).toString() : "size unknown";
    }

    @Override
    public String toString() {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        if (bytes < 1_000_000) {
            return String.format(Locale.ROOT, "%.1f kB", bytes / 1e3);
        }
        return bytes < 1_000_000_000
                ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
                : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
