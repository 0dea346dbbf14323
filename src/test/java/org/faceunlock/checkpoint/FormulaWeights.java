package org.faceunlock.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Weights of any network from integer arithmetic, so that no file of a hundred megabytes has to travel with a test: the
 * same in every language, of a size that keeps activations finite.
 *
 * <p>{@code u(name, i) = lowbias32(crc32(name) + i) / 2^31 - 1}, in [-1, 1). Variances and batch-norm scales are
 * 1 + 0.2u, means and biases 0.1u, other weights u * sqrt(6 / fan-in).
 */
public final class FormulaWeights {

    private FormulaWeights() {
    }

    /** A state dict of float32 tensors of these names and shapes, in the map's order. */
    public static StateDict of(Map<String, int[]> shapes) {
        Map<String, StateTensor> tensors = new LinkedHashMap<>();
        shapes.forEach((name, shape) -> tensors.put(name, tensor(name, shape)));
        return new StateDict("formula weights", tensors);
    }

    /** The parameter of this name and shape. */
    public static StateTensor tensor(String name, int... shape) {
        return StateTensor.of(values(name, shape), shape);
    }

    /** The numbers u(name, 0), u(name, 1), ..., rounded to float32, as the input of a network. */
    public static float[] input(String name, int count) {
        int start = crc32(name);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) u(start + i);
        }
        return values;
    }

    /** The first 8 bits of lowbias32(crc32(name) + i), as the pixels of an image. */
    public static byte[] bytes(String name, int count) {
        int start = crc32(name);
        byte[] values = new byte[count];
        for (int i = 0; i < count; i++) {
            values[i] = (byte) (lowbias32(start + i) >>> 24);
        }
        return values;
    }

    private static float[] values(String name, int[] shape) {
        double shift = 0;
        double scale = 0.1;
        if (name.endsWith("running_var")) {
            shift = 1;
            scale = 0.2;
        } else if (!name.endsWith("running_mean") && !name.endsWith("bias")) {
            shift = shape.length == 1 ? 1 : 0;
            scale = shape.length == 1 ? 0.2 : Math.sqrt(6.0 * shape[0] / count(shape));
        }
        int start = crc32(name);
        float[] values = new float[count(shape)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (shift + scale * u(start + i));
        }
        return values;
    }

    private static int count(int[] shape) {
        int count = 1;
        for (int size : shape) {
            count = Math.multiplyExact(count, size);
        }
        return count;
    }

    private static double u(int x) {
        return Integer.toUnsignedLong(lowbias32(x)) * 0x1p-31 - 1;
    }

    /** A bijection of 32-bit numbers that scatters neighbours; C. Wellons, "Prospecting for hash functions". */
    static int lowbias32(int x) {
        x ^= x >>> 16;
        x *= 0x7feb352d;
        x ^= x >>> 15;
        x *= 0x846ca68b;
        x ^= x >>> 16;
        return x;
    }

    private static int crc32(String name) {
        CRC32 sum = new CRC32();
        sum.update(name.getBytes(StandardCharsets.UTF_8));
        return (int) sum.getValue();
    }
}
