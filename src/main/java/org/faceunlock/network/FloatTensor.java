package org.faceunlock.network;

import java.util.Arrays;

/**
 * float32 numbers with a shape, row-major, in Java memory. Immutable from outside: arrays are copied in and out, but
 * for {@link #wrap}, whose caller hands the array over.
 */
public final class FloatTensor {

    private final int[] shape;
    private final float[] values;

    private FloatTensor(float[] values, int[] shape) {
        if (count(shape) != values.length) {
            throw new IllegalArgumentException("values: expected %s numbers for shape %s, found %s"
                    .formatted(count(shape), Arrays.toString(shape), values.length));
        }
        this.shape = shape;
        this.values = values;
    }

    /** A tensor of copies of these numbers. */
    public static FloatTensor of(float[] values, int... shape) {
        return new FloatTensor(values.clone(), shape.clone());
    }

    /** A tensor that takes the array over without a copy; the caller must not touch it again. */
    public static FloatTensor wrap(float[] values, int... shape) {
        return new FloatTensor(values, shape.clone());
    }

    private static long count(int[] shape) {
        long product = 1;
        for (int size : shape) {
            if (size < 0) {
                throw new IllegalArgumentException("shape: expected sizes >= 0, found " + Arrays.toString(shape));
            }
            product = Math.multiplyExact(product, size);
        }
        return product;
    }

    /** The sizes of the axes, the outermost first; a copy. */
    public int[] shape() {
        return shape.clone();
    }

    /** The size along one axis. */
    public int size(int axis) {
        return shape[axis];
    }

    /** How many numbers there are. */
    public int size() {
        return values.length;
    }

    /** The number at this place of the row-major order. */
    public float get(int index) {
        return values[index];
    }

    /** A copy of the numbers in row-major order. */
    public float[] toArray() {
        return values.clone();
    }

    /** A copy of row {@code index} along the first axis, flattened. */
    public float[] row(int index) {
        int length = shape[0] == 0 ? 0 : values.length / shape[0];
        return Arrays.copyOfRange(values, index * length, (index + 1) * length);
    }

    /** The array itself, for this package's hand-over to native memory. */
    float[] array() {
        return values;
    }

    @Override
    public String toString() {
        return "FloatTensor " + Arrays.toString(shape);
    }
}
