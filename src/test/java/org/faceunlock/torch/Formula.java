package org.faceunlock.torch;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Test parameters and inputs out of integer arithmetic, so that no large file has to travel with the reference outputs.
 */
public final class Formula implements ParameterSource {

    /** Number {@code index} of the sequence called {@code name}, -1 to 1. */
    public static double u(String name, int index) {
        CRC32 checksum = new CRC32();
        checksum.update(name.getBytes(StandardCharsets.UTF_8));
        return u((int) checksum.getValue(), index);
    }

    private static double u(int checksum, int index) {
        int x = checksum + index;
        x ^= x >>> 16;
        x *= 0x7feb352d;
        x ^= x >>> 15;
        x *= 0x846ca68b;
        x ^= x >>> 16;
        return Integer.toUnsignedLong(x) / 2147483648.0 - 1;
    }

    /** The first numbers of a sequence. */
    public static FloatTensor input(String name, int... shape) {
        return FloatTensor.wrap(numbers(name, 1, 0, shape), shape);
    }

    @Override
    public StateTensor get(String name, int... shape) {
        return StateTensor.of(values(name, shape), shape);
    }

    private static float[] values(String name, int... shape) {
        if (name.endsWith("running_var")) {
            return numbers(name, 0.2, 1, shape);
        }
        if (name.endsWith("running_mean") || name.endsWith("bias")) {
            return numbers(name, 0.1, 0, shape);
        }
        if (shape.length == 1) {
            return numbers(name, 0.2, 1, shape);
        }
        double fanIn = 1;
        for (int axis = 1; axis < shape.length; axis++) {
            fanIn *= shape[axis];
        }
        return numbers(name, Math.sqrt(6 / fanIn), 0, shape);
    }

    private static float[] numbers(String name, double factor, double offset, int... shape) {
        CRC32 checksum = new CRC32();
        checksum.update(name.getBytes(StandardCharsets.UTF_8));
        int size = 1;
        for (int length : shape) {
            size *= length;
        }
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (offset + factor * u((int) checksum.getValue(), i));
        }
        return values;
    }

    @Override
    public String toString() {
        return "formula weights";
    }
}
