package org.faceunlock.models;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/** Bytes to fetch, and the record of them. */
final class Samples {

    /** The pause before a second try. */
    static final Duration HASTY = Duration.ofMillis(1);

    private Samples() {
    }

    /** Bytes without a pattern. */
    static byte[] bytes(int count, long seed) {
        System.out.println("sample bytes: count " + count + ", seed " + seed);
        byte[] bytes = new byte[count];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    static Sha256 sha256(byte[] bytes) {
        try {
            return new Sha256(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A file of which everything is known. */
    static RemoteFile file(byte[] content) {
        return RemoteFile.of("https://models.example/v1/net.pt", "net/net.pt", content.length, sha256(content).hex());
    }

    /** The same file where nobody wrote the size down. */
    static RemoteFile fileOfUnknownSize(byte[] content) {
        return new RemoteFile(new Origin.Web(URI.create("https://models.example/v1/net.pt")), "net/net.pt",
                OptionalLong.empty(),
                Optional.of(sha256(content)));
    }
}
