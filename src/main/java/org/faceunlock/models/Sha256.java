package org.faceunlock.models;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;

/**
 * A SHA-256 checksum. Immutable.
 *
 * @param hex its 64 hexadecimal digits; either case is taken, lower case is kept
 */
public record Sha256(String hex) {

    public Sha256 {
        hex = Objects.requireNonNull(hex, "hex").strip().toLowerCase(Locale.ROOT);
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "a SHA-256 is written as 64 hexadecimal digits; found '" + hex + "' (" + hex.length()
                            + " characters)");
        }
    }

    /** The checksum of a file's bytes, read in one pass. */
    public static Sha256 of(Path file) throws IOException {
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file),
                MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return new Sha256(HexFormat.of().formatHex(in.getMessageDigest().digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256, this one does not", e);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
