package org.faceunlock.pipeline;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.faceunlock.embed.Embedding;
import org.faceunlock.image.Photo;

/**
 * Embeddings on disk, so that no photo goes through the networks twice. Safe to use from several threads and programs.
 *
 * <p>A photo is known by the SHA-256 of its bytes, together with that of a text that names everything else the numbers
 * depend on: networks and settings. Each has a file of its own, which ends with its SHA-256: one that was damaged
 * counts as missing, and is written anew. What cannot be written is not kept. Photos that could not be read are not
 * kept either.
 */
public final class EmbeddingCache {

    private static final int DIGEST = 32;

    private final Path folder;
    private final byte[] settings;

    /**
     * @param folder where to keep them; made when needed
     * @param settings all that an embedding depends on but the photo
     */
    public EmbeddingCache(Path folder, String settings) {
        this.folder = folder;
        this.settings = sha256(settings.getBytes(StandardCharsets.UTF_8));
    }

    /** Where the photo's embedding would lie; reads the photo. */
    Path place(Photo photo) throws IOException {
        String name = HexFormat.of().formatHex(sha256(settings, Files.readAllBytes(photo.file())));
        return folder.resolve(name.substring(0, 2)).resolve(name.substring(2));
    }

    /** What was kept there; empty when nothing was, or it is damaged. */
    Optional<EmbeddedPhoto> get(Path place, Photo photo) {
        try {
            byte[] bytes = Files.readAllBytes(place);
            int size = bytes.length - DIGEST;
            if (size <= 0 || !Arrays.equals(sha256(Arrays.copyOf(bytes, size)), Arrays.copyOfRange(bytes, size,
                    bytes.length))) {
                return Optional.empty();
            }
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            String reason = in.readUTF();
            float[] numbers = new float[in.readInt()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = in.readFloat();
            }
            return Optional.of(new EmbeddedPhoto(photo.file(), photo.person(),
                    numbers.length == 0 ? Optional.empty() : Optional.of(Embedding.of(numbers)), reason));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Keeps it there, if that is possible. */
    void put(Path place, EmbeddedPhoto photo) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeUTF(photo.reason());
            float[] numbers = photo.embedding().map(Embedding::toArray).orElseGet(() -> new float[0]);
            out.writeInt(numbers.length);
            for (float number : numbers) {
                out.writeFloat(number);
            }
            out.write(sha256(bytes.toByteArray()));
            Files.createDirectories(place.getParent());
            Path part = Files.createTempFile(place.getParent(), "part", "");
            Files.write(part, bytes.toByteArray());
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // a full or read-only disk: it is computed again next time
        }
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
