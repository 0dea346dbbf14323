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
import java.util.stream.DoubleStream;
import org.faceunlock.embed.Embedding;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.Detection;
import org.faceunlock.geometry.Landmarks;
import org.faceunlock.geometry.Point;
import org.faceunlock.image.FaceStatus;
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

    /** What a photo of those bytes is known by. */
    String key(byte[] photo) {
        return HexFormat.of().formatHex(sha256(settings, photo));
    }

    private Path place(String key) {
        return folder.resolve(key.substring(0, 2)).resolve(key.substring(2));
    }

    /** What was kept under that key; empty when nothing was, or it is damaged. */
    Optional<EmbeddedPhoto> get(String key, Photo photo) {
        try {
            byte[] bytes = Files.readAllBytes(place(key));
            int size = bytes.length - DIGEST;
            if (size <= 0 || !Arrays.equals(sha256(Arrays.copyOf(bytes, size)), Arrays.copyOfRange(bytes, size,
                    bytes.length))) {
                return Optional.empty();
            }
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            FaceStatus status = FaceStatus.valueOf(in.readUTF());
            String reason = in.readUTF();
            double[] face = new double[in.readInt()];
            for (int i = 0; i < face.length; i++) {
                face[i] = in.readDouble();
            }
            float[] numbers = new float[in.readInt()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = in.readFloat();
            }
            return Optional.of(new EmbeddedPhoto(photo.file(), photo.person(), status, detection(face),
                    numbers.length == 0 ? Optional.empty() : Optional.of(Embedding.of(numbers)), reason));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Detection> detection(double[] face) {
        if (face.length == 0) {
            return Optional.empty();
        }
        Point[] points = new Point[(face.length - 5) / 2];
        Arrays.setAll(points, i -> new Point(face[5 + 2 * i], face[6 + 2 * i]));
        return Optional.of(new Detection(new Box(face[0], face[1], face[2], face[3]), face[4],
                new Landmarks(points[0], points[1], points[2], points[3], points[4])));
    }

    private static double[] numbers(Detection face) {
        Box box = face.box();
        return DoubleStream.concat(DoubleStream.of(box.x1(), box.y1(), box.x2(), box.y2(), face.probability()),
                face.landmarks().points().stream().flatMapToDouble(p -> DoubleStream.of(p.x(), p.y()))).toArray();
    }

    /** Keeps it under that key, if that is possible. */
    void put(String key, EmbeddedPhoto photo) {
        Path place = place(key);
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeUTF(photo.status().name());
            out.writeUTF(photo.reason());
            double[] face = photo.detection().map(EmbeddingCache::numbers).orElseGet(() -> new double[0]);
            out.writeInt(face.length);
            for (double number : face) {
                out.writeDouble(number);
            }
            float[] numbers = photo.embedding().map(Embedding::toArray).orElseGet(() -> new float[0]);
            out.writeInt(numbers.length);
            for (float number : numbers) {
                out.writeFloat(number);
            }
            out.write(sha256(bytes.toByteArray()));
            Files.createDirectories(place.getParent());
            Path part = Files.createTempFile(place.getParent(), "part", "");
            try {
                Files.write(part, bytes.toByteArray());
                Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
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
