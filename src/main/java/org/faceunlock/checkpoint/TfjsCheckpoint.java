package org.faceunlock.checkpoint;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.Strictness;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

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

    private static final long LARGEST_MANIFEST = 1 << 20;
    private static final Gson JSON = new GsonBuilder().setStrictness(Strictness.STRICT).create();
    private static final Pattern NAME = Pattern.compile("\\w{1,60}(/\\w{1,60}){0,5}");

    private TfjsCheckpoint() {
    }

    /**
     * The named tensors of a manifest with one file of numbers; which file the manifest names has no say.
     *
     * @throws CheckpointException if either is no such file, or they do not fit; the message names file and reason
     */
    public static StateDict read(Path manifest, Path numbers) {
        List<Tensor> described = manifest(manifest);
        long bytes = described.stream().mapToLong(Tensor::bytes).sum();
        try {
            if (!Files.isRegularFile(numbers) || Files.size(numbers) != bytes || bytes > Integer.MAX_VALUE) {
                throw new CheckpointException(("expected the %s bytes of which %s tells, at most 2 GiB, "
                        + "found %s; use the two files of one package").formatted(bytes, manifest.getFileName(),
                        Files.isRegularFile(numbers) ? Files.size(numbers) : "none"));
            }
            ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(numbers));
            Map<String, StateTensor> tensors = new LinkedHashMap<>();
            for (Tensor tensor : described) {
                ByteBuffer part = file.slice(file.position(), tensor.bytes()).order(ByteOrder.LITTLE_ENDIAN);
                file.position(file.position() + tensor.bytes());
                if (tensors.put(stateName(tensor), inPyTorchOrder(floats(tensor, part), tensor.shape())) != null) {
                    throw new CheckpointException("has two tensors " + CheckpointException.quoted(stateName(tensor)));
                }
            }
            return new StateDict(numbers.toString(), tensors);
        } catch (CheckpointException e) {
            throw new CheckpointException(numbers, e.getMessage(), e);
        } catch (IOException e) {
            throw new CheckpointException(numbers, "cannot be read: " + e, e);
        }
    }

    /** The tensors of the one file of numbers, in its order and without gaps; each size is exact. */
    private static List<Tensor> manifest(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_MANIFEST) {
                throw new CheckpointException("expected a manifest of at most %s bytes, found %s".formatted(
                        LARGEST_MANIFEST, Files.isRegularFile(file) ? Files.size(file) : "no file"));
            }
            Group[] groups = JSON.fromJson(Files.readString(file), Group[].class);
            if (groups == null || groups.length != 1 || groups[0] == null || groups[0].paths() == null
                    || groups[0].paths().size() != 1 || groups[0].weights() == null) {
                throw new CheckpointException("expected one group of weights in one file, found another number");
            }
            groups[0].weights().forEach(TfjsCheckpoint::check);
            return groups[0].weights();
        } catch (CheckpointException e) {
            throw new CheckpointException(file, e.getMessage(), e);
        } catch (IOException | RuntimeException e) { // the parser also throws what its description does not name
            throw new CheckpointException(file, "expected a manifest of TensorFlow.js in JSON: "
                    + CheckpointException.quoted(String.valueOf(e.getMessage())), e);
        }
    }

    private static void check(Tensor tensor) {
        boolean isNamed = tensor != null && tensor.name() != null && NAME.matcher(tensor.name()).matches();
        String found = String.valueOf(tensor == null ? "nothing" : tensor.name());
        require(isNamed, "expected names such as a/conv/filters", found);
        String name = "tensor " + CheckpointException.quoted(found);
        require("float32".equals(tensor.dtype()), name + ": expected type float32", tensor.dtype());
        Quantization quantization = tensor.quantization();
        require(quantization == null
                || "uint8".equals(quantization.dtype()) && quantization.scale() != null && quantization.min() != null,
                name + ": expected no quantization, or one to uint8 by scale and min", quantization);
        int[] shape = tensor.shape();
        require(shape != null && Set.of(1, 2, 4).contains(shape.length) && Arrays.stream(shape).allMatch(n -> n >= 1),
                name + ": expected 1, 2 or 4 sizes of at least 1", Arrays.toString(shape));
        try {
            tensor.bytes();
        } catch (ArithmeticException e) {
            require(false, name + ": expected less than 2 GiB of numbers", Arrays.toString(shape));
        }
    }

    private static void require(boolean holds, String expected, Object found) {
        if (!holds) {
            throw new CheckpointException(expected + ", found " + CheckpointException.quoted(String.valueOf(found)));
        }
    }

    private static ByteBuffer floats(Tensor tensor, ByteBuffer bytes) {
        Quantization quantization = tensor.quantization();
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

    private static String stateName(Tensor tensor) {
        String name = tensor.name().replace('/', '.');
        return tensor.shape().length == 2 ? name + ".weight"
                : name.replaceFirst("\\.(filters|weights)$", ".weight").replaceFirst("\\.biases$", ".bias");
    }

    private record Group(List<String> paths, List<Tensor> weights) {
    }

    /** @param quantization how a byte becomes a number; null where the file has float32 */
    private record Tensor(String name, int[] shape, String dtype, Quantization quantization) {

        int bytes() {
            return Arrays.stream(shape).reduce(quantization == null ? Float.BYTES : 1, Math::multiplyExact);
        }
    }

    /** The number of a byte is byte * scale + min. */
    private record Quantization(String dtype, Double scale, Double min) {
    }
}
