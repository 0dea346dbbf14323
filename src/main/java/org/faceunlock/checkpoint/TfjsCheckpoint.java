package org.faceunlock.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads weights of TensorFlow.js: a manifest in JSON, and a file with the numbers of all tensors one after the other,
 * float32 little-endian or 8 bits a number with a scale and a minimum. Thread-safe: it keeps nothing.
 *
 * <p>The tensors come out as PyTorch has them: filters {@code [height, width, in, out]} as {@code [out, in, height,
 * width]}, dense layers {@code [in, out]} as {@code [out, in]}; {@code a/conv/filters} becomes {@code a.conv.weight},
 * {@code a/scale/weights} {@code a.scale.weight}, any {@code bias} or {@code biases} {@code bias}, and a dense layer
 * {@code fc} {@code fc.weight}.
 *
 * <p>Source: TensorFlow.js, {@code io.decodeWeights} (tfjs-core/src/io/io_utils.ts).
 */
public final class TfjsCheckpoint {

    private TfjsCheckpoint() {
    }

    /**
     * The named tensors of a manifest with one file of numbers; which file the manifest names has no say.
     *
     * @throws CheckpointException if either is no such file, or they do not fit; the message names file and reason
     */
    public static StateDict read(Path manifest, Path numbers) {
        TfjsManifest described = TfjsManifest.read(manifest);
        try {
            if (!Files.isRegularFile(numbers)) {
                throw new CheckpointException("expected a file of numbers, found none");
            }
            if (Files.size(numbers) != described.bytes()) {
                throw new CheckpointException("expected the %s bytes of which %s tells, found %s; use the two files of one package"
                        .formatted(described.bytes(), manifest.getFileName(), Files.size(numbers)));
            }
            return new StateDict(numbers.toString(), tensors(described, ByteBuffer.wrap(Files.readAllBytes(numbers))));
        } catch (CheckpointException e) {
            throw new CheckpointException(numbers, e.getMessage(), e);
        } catch (IOException e) {
            throw new CheckpointException(numbers, "cannot be read: " + e, e);
        }
    }

    private static Map<String, StateTensor> tensors(TfjsManifest manifest, ByteBuffer file) {
        Map<String, StateTensor> tensors = new LinkedHashMap<>();
        for (TfjsManifest.Tensor tensor : manifest.tensors()) {
            ByteBuffer bytes = file.slice(file.position(), tensor.bytes()).order(ByteOrder.LITTLE_ENDIAN);
            file.position(file.position() + tensor.bytes());
            if (tensors.put(stateName(tensor), inPyTorchOrder(floats(tensor, bytes), tensor.shape())) != null) {
                throw new CheckpointException("has two tensors " + CheckpointException.quoted(stateName(tensor)));
            }
        }
        return tensors;
    }

    private static ByteBuffer floats(TfjsManifest.Tensor tensor, ByteBuffer bytes) {
        TfjsManifest.Quantization quantization = tensor.quantization();
        if (quantization == null) {
            return bytes;
        }
        ByteBuffer floats = ByteBuffer.allocate(Math.multiplyExact(bytes.remaining(), Float.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            floats.putFloat((float) ((bytes.get() & 0xff) * quantization.scale() + quantization.min()));
        }
        return floats.flip();
    }

    private static StateTensor inPyTorchOrder(ByteBuffer floats, int[] shape) {
        return switch (shape.length) {
            case 4 -> StateTensor.permuted(floats, shape, 3, 2, 0, 1);
            case 2 -> StateTensor.permuted(floats, shape, 1, 0);
            default -> StateTensor.permuted(floats, shape, 0);
        };
    }

    private static String stateName(TfjsManifest.Tensor tensor) {
        String name = tensor.name().replace('/', '.');
        return tensor.shape().length == 2 ? name + ".weight"
                : name.replaceFirst("\\.(filters|weights)$", ".weight").replaceFirst("\\.biases$", ".bias");
    }
}
