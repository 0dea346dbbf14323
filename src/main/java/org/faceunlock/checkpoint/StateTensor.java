package org.faceunlock.checkpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * One entry of a state dict: contiguous numbers in row-major order, little-endian, in the format that the file holds.
 * Immutable.
 */
public final class StateTensor {

    private final DType type;
    private final int[] shape;
    private final ByteBuffer bytes;

    /**
     * @param bytes exactly the tensor's numbers; taken over, not copied
     * @throws IllegalArgumentException if their count does not fit the shape
     */
    public StateTensor(DType type, int[] shape, ByteBuffer bytes) {
        long expected = type.bytes();
        for (int size : shape) {
            expected = Math.multiplyExact(expected, size);
        }
        if (expected != bytes.remaining()) {
            throw new IllegalArgumentException("bytes: expected %s for %s %s, found %s"
                    .formatted(expected, type, Arrays.toString(shape), bytes.remaining()));
        }
        this.type = type;
        this.shape = shape.clone();
        this.bytes = bytes.asReadOnlyBuffer();
    }

    /** A float32 tensor of these numbers. */
    public static StateTensor of(float[] values, int... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES));
        bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
        return new StateTensor(DType.FLOAT32, shape, bytes);
    }

    /**
     * A float32 tensor with the axes in another order.
     *
     * @param floats all numbers, little-endian, row-major by {@code shape}
     * @param axes for each axis of the result, which one of {@code shape} it is
     */
    static StateTensor permuted(ByteBuffer floats, int[] shape, int... axes) {
        int[] strides = rowMajorStrides(shape);
        int[] size = Arrays.stream(axes).map(axis -> shape[axis]).toArray();
        long[] stride = Arrays.stream(axes).mapToLong(axis -> strides[axis]).toArray();
        return new StateTensor(DType.FLOAT32, size,
                rowMajor(floats, floats.position(), size, stride, Float.BYTES));
    }

    /** The distance in numbers between neighbours along each axis of a tensor in row-major order. */
    static int[] rowMajorStrides(int[] shape) {
        int[] strides = new int[shape.length];
        int step = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            strides[axis] = step;
            step = Math.multiplyExact(step, Math.max(1, shape[axis]));
        }
        return strides;
    }

    /**
     * Copies numbers that lie apart, as in a transpose or every third of a row, into row-major order.
     *
     * @param first  the byte in {@code from} where number [0, 0, ...] starts
     * @param shape  at least one axis and one number
     * @param stride distances in numbers, such that all of them lie inside {@code from}
     * @param unit   bytes a number: 1, 2, 4 or 8
     */
    static ByteBuffer rowMajor(ByteBuffer from, int first, int[] shape, long[] stride, int unit) {
        ByteBuffer into = ByteBuffer.allocate(Arrays.stream(shape).reduce(unit, Math::multiplyExact));
        copy(from.duplicate().order(into.order()), first, into, shape, stride, unit, 0);
        return into.flip();
    }

    private static void copy(ByteBuffer from, int first, ByteBuffer into, int[] shape, long[] stride, int unit,
            int axis) {
        int step = shape[axis] == 1 ? 0 : Math.toIntExact(stride[axis] * unit);
        int place = first;
        for (int i = 0; i < shape[axis]; i++, place += step) {
            if (axis < shape.length - 1) {
                copy(from, place, into, shape, stride, unit, axis + 1);
                continue;
            }
            switch (unit) {
                case 1 -> into.put(from.get(place));
                case 2 -> into.putShort(from.getShort(place));
                case 4 -> into.putInt(from.getInt(place));
                case 8 -> into.putLong(from.getLong(place));
                default -> throw new IllegalArgumentException("unit: expected 1, 2, 4 or 8 bytes, found " + unit);
            }
        }
    }

    public DType type() {
        return type;
    }

    public int[] shape() {
        return shape.clone();
    }

    /** How many numbers there are; 1 for a scalar. */
    public int size() {
        return bytes.remaining() / type.bytes();
    }

    /** A little-endian, read-only view of the numbers. */
    public ByteBuffer bytes() {
        return bytes.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The numbers as float32, rounded where the file holds more precise ones. */
    public float[] toFloats() {
        float[] floats = new float[size()];
        ByteBuffer from = bytes();
        if (type == DType.FLOAT32) {
            from.asFloatBuffer().get(floats);
            return floats;
        }
        for (int i = 0; i < floats.length; i++) {
            floats[i] = switch (type) {
                case FLOAT64 -> (float) from.getDouble();
                case FLOAT32 -> from.getFloat();
                case FLOAT16 -> Float16.toFloat(from.getShort());
                case BFLOAT16 -> Float.intBitsToFloat(from.getShort() << 16);
                case INT64 -> from.getLong();
                case INT32 -> from.getInt();
                case INT16 -> from.getShort();
                case INT8 -> from.get();
                case UINT8, BOOL -> from.get() & 0xff;
            };
        }
        return floats;
    }

    /** The first place whose number, as float32, is NaN or infinite; empty if there is none, as in whole numbers. */
    OptionalInt firstNotFinite() {
        if (type.isFloating()) {
            FloatBuffer floats = type == DType.FLOAT32 ? bytes().asFloatBuffer() : FloatBuffer.wrap(toFloats());
            for (int i = 0; i < floats.limit(); i++) {
                if (!Float.isFinite(floats.get(i))) {
                    return OptionalInt.of(i);
                }
            }
        }
        return OptionalInt.empty();
    }

    /** The numbers in another floating format, rounded to nearest; this one if they have it already. */
    StateTensor to(DType other) {
        if (other == type) {
            return this;
        }
        float[] floats = toFloats();
        return switch (other) {
            case FLOAT32 -> of(floats, shape);
            case FLOAT16 -> new StateTensor(other, shape, Float16.bytes(floats));
            case FLOAT64, BFLOAT16, INT64, INT32, INT16, INT8, UINT8, BOOL ->
                throw new IllegalArgumentException("type: expected FLOAT32 or FLOAT16 to convert to, found " + other);
        };
    }

    @Override
    public String toString() {
        return "StateTensor %s %s".formatted(type, Arrays.toString(shape));
    }
}
