package org.faceunlock.checkpoint;

import java.nio.ByteBuffer;

/** Copies numbers that lie apart, as in a transpose or every third of a row, into row-major order. */
final class StridedCopy {

    private final ByteBuffer from;
    private final ByteBuffer into;
    private final int[] shape;
    private final long[] stride;
    private final int unit;

    private StridedCopy(ByteBuffer from, ByteBuffer into, int[] shape, long[] stride, int unit) {
        this.from = from;
        this.into = into;
        this.shape = shape;
        this.stride = stride;
        this.unit = unit;
    }

    /**
     * The numbers of a tensor of at least one axis and one number, in row-major order.
     *
     * @param first  the byte in {@code from} where number [0, 0, ...] starts
     * @param stride distances in numbers, such that all of them lie inside {@code from}
     * @param unit   bytes a number: 1, 2, 4 or 8
     */
    static ByteBuffer rowMajor(ByteBuffer from, int first, int[] shape, long[] stride, int unit) {
        int bytes = unit;
        for (int length : shape) {
            bytes = Math.multiplyExact(bytes, length);
        }
        ByteBuffer into = ByteBuffer.allocate(bytes);
        new StridedCopy(from.duplicate().order(into.order()), into, shape, stride, unit).copy(0, first);
        return into.flip();
    }

    private void copy(int axis, int place) {
        int step = axis < shape.length ? Math.toIntExact(shape[axis] == 1 ? 0 : stride[axis] * unit) : 0;
        if (axis == shape.length - 1) {
            row(shape[axis], place, step);
            return;
        }
        for (int i = 0; i < shape[axis]; i++) {
            copy(axis + 1, place + i * step);
        }
    }

    private void row(int length, int place, int step) {
        for (int i = 0; i < length; i++, place += step) {
            switch (unit) {
                case 1 -> into.put(from.get(place));
                case 2 -> into.putShort(from.getShort(place));
                case 4 -> into.putInt(from.getInt(place));
                case 8 -> into.putLong(from.getLong(place));
                default -> throw new IllegalArgumentException("unit: expected 1, 2, 4 or 8 bytes, found " + unit);
            }
        }
    }
}
