package org.faceunlock.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.faceunlock.checkpoint.CheckpointFile;
import org.faceunlock.checkpoint.StateDict;

/**
 * The small weights that come with the library, called {@value #NAME}: trained by this project on rendered people only.
 *
 * <p>Good for a first look and for tests, not for photos of real people; {@code models.md} beside them
 * says how good. Thread-safe.
 */
public final class ShippedWeights {

    /** What these weights are called in options and captions. */
    public static final String NAME = "demo";

    private ShippedWeights() {
    }

    /** One file: {@code pnet.pt}, {@code rnet.pt}, {@code onet.pt} or {@code embedder.pt}. */
    public static StateDict read(String file) {
        try (InputStream resource = ShippedWeights.class.getResourceAsStream(file)) {
            if (resource == null) {
                throw new IllegalArgumentException("file: expected one of the shipped weights, found " + file);
            }
            Path copy = Files.createTempFile("face-unlock-", ".pt"); // the reader wants a file it can jump about in
            try {
                Files.copy(resource, copy, StandardCopyOption.REPLACE_EXISTING);
                return new StateDict(NAME + "/" + file, CheckpointFile.read(copy).tensors());
            } finally {
                Files.delete(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack the shipped weights " + file, e);
        }
    }
}
