package org.faceunlock.checkpoint;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What a weights manifest of TensorFlow.js says: the tensors of one file of numbers, in its order and without gaps.
 * Every size in it was checked with exact arithmetic.
 */
record TfjsManifest(List<Tensor> tensors) {

    private static final long LARGEST_FILE = 1 << 20;
    private static final Gson JSON = new GsonBuilder().setStrictness(Strictness.STRICT).create();

    static TfjsManifest read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_FILE) {
                throw new CheckpointException("expected a manifest of at most %s bytes, found %s".formatted(LARGEST_FILE,
                        Files.isRegularFile(file) ? Files.size(file) : "no file"));
            }
            return of(Files.readString(file));
        } catch (CheckpointException e) {
            throw new CheckpointException(file, e.getMessage(), e);
        } catch (IOException | JsonParseException e) {
            throw new CheckpointException(file, "expected a manifest of TensorFlow.js in JSON: "
                    + CheckpointException.quoted(String.valueOf(e.getMessage())), e);
        }
    }

    private static TfjsManifest of(String json) {
        Group[] groups = JSON.fromJson(json, Group[].class);
        if (groups == null || groups.length != 1 || groups[0] == null || groups[0].paths() == null
                || groups[0].paths().size() != 1 || groups[0].weights() == null) {
            throw new CheckpointException("expected one group of weights in one file, found another number");
        }
        groups[0].weights().forEach(TfjsManifest::check);
        TfjsManifest manifest = new TfjsManifest(List.copyOf(groups[0].weights()));
        if (manifest.bytes() > Integer.MAX_VALUE) {
            throw new CheckpointException("expected less than 2 GiB of numbers, found " + manifest.bytes() + " bytes");
        }
        return manifest;
    }

    private static void check(Tensor tensor) {
        if (tensor == null || tensor.name() == null || !tensor.name().matches("\\w{1,60}(/\\w{1,60}){0,5}")) {
            throw new CheckpointException("expected names such as a/conv/filters, found "
                    + CheckpointException.quoted(tensor == null ? "nothing" : String.valueOf(tensor.name())));
        }
        String name = "tensor " + CheckpointException.quoted(tensor.name());
        if (!"float32".equals(tensor.dtype())) {
            throw new CheckpointException(name + ": expected type float32, found "
                    + CheckpointException.quoted(String.valueOf(tensor.dtype())));
        }
        Quantization quantization = tensor.quantization();
        if (quantization != null && !("uint8".equals(quantization.dtype())
                && quantization.scale() != null && quantization.min() != null)) {
            throw new CheckpointException(name + ": expected no quantization, or one to uint8 by scale and min, found "
                    + CheckpointException.quoted(quantization.toString()));
        }
        if (tensor.shape() == null || tensor.shape().length != 1 && tensor.shape().length != 2
                && tensor.shape().length != 4 || Arrays.stream(tensor.shape()).anyMatch(size -> size < 1)) {
            throw new CheckpointException(name + ": expected 1, 2 or 4 sizes of at least 1, found shape "
                    + CheckpointException.quoted(Arrays.toString(tensor.shape())));
        }
        try {
            tensor.bytes();
        } catch (ArithmeticException e) {
            throw new CheckpointException(name + ": expected less than 2 GiB of numbers, found shape "
                    + Arrays.toString(tensor.shape()));
        }
    }

    /** How long the file of numbers has to be. */
    long bytes() {
        return tensors.stream().mapToLong(Tensor::bytes).sum();
    }

    private record Group(List<String> paths, List<Tensor> weights) {
    }

    /**
     * One tensor.
     *
     * @param quantization how a byte becomes a number; null where the file has float32
     */
    record Tensor(String name, int[] shape, String dtype, Quantization quantization) {

        int bytes() {
            return Arrays.stream(shape).reduce(quantization == null ? Float.BYTES : 1, Math::multiplyExact);
        }
    }

    /** The number of a byte is byte * scale + min. */
    record Quantization(String dtype, Double scale, Double min) {
    }
}
