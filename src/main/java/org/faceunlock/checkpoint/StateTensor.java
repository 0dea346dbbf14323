package org.faceunlock.checkpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

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
        long[] stride = new long[axes.length];
        int[] size = new int[axes.length];
        for (int i = 0; i < axes.length; i++) {
            size[i] = shape[axes[i]];
            stride[i] = Arrays.stream(shape, axes[i] + 1, shape.length).asLongStream().reduce(1, Math::multiplyExact);
        }
        return new StateTensor(DType.FLOAT32, size,
                StridedCopy.rowMajor(floats, floats.position(), size, stride, Float.BYTES));
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
