package org.faceunlock.checkpoint;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A tensor as a checkpoint describes it: a window onto a storage, known to lie inside it.
 *
 * <p>Number [i, j, ...] lies at {@code offset + i * stride[0] + j * stride[1] + ...}, counted in numbers from the
 * span's first. Strides are >= 0 and may be 0 (one number shown many times) or out of order (a transpose).
 */
record TensorView(StorageSpan storage, long offset, long[] shape, long[] stride) {

    /** Checks with exact arithmetic that every number lies in the storage and that all of them fit a Java buffer. */
    TensorView {
        if (shape.length != stride.length) {
            throw new CheckpointException("tensor: expected a stride for each axis, found %s axes and %s strides"
                    .formatted(shape.length, stride.length));
        }
        boolean inside = offset >= 0 && offset <= storage.count() && Arrays.stream(stride).allMatch(s -> s >= 0)
                && Arrays.stream(shape).allMatch(s -> s >= 0 && s <= Integer.MAX_VALUE);
        try {
            inside = inside && (count(shape, storage.type()) == 0 || last(offset, shape, stride) < storage.count());
        } catch (ArithmeticException e) {
            inside = false;
        }
        if (!inside) {
            throw new CheckpointException(("tensor of shape %s, stride %s, offset %s does not fit the %s numbers of "
                    + "storage '%s'").formatted(Arrays.toString(shape), Arrays.toString(stride), offset,
                    storage.count(), storage.key()));
        }
    }

    /**
     * torch._utils._rebuild_tensor_v2(storage, offset, shape, stride, requires_grad, hooks[, metadata]). Metadata
     * would say that the numbers are to be negated or conjugated, so only an empty one is accepted.
     */
    static TensorView rebuild(Object[] arguments) {
        if (arguments.length < 6 || arguments.length > 7 || !(arguments[0] instanceof StorageSpan storage)
                || !(arguments[4] instanceof Boolean) || !TorchGlobals.isEmptyDict(arguments[5])
                || arguments.length == 7 && arguments[6] != null && !TorchGlobals.isEmptyDict(arguments[6])) {
            throw new CheckpointException("_rebuild_tensor_v2: expected storage, offset, shape, stride, a flag, no "
                    + "hooks and no metadata");
        }
        return new TensorView(storage, TorchGlobals.wholeNumber("a tensor's offset", arguments[1]),
                TorchGlobals.wholeNumbers("a tensor's shape", arguments[2]),
                TorchGlobals.wholeNumbers("a tensor's stride", arguments[3]));
    }

    private static int count(long[] shape, DType type) {
        long product = 1;
        for (long length : shape) {
            product = Math.multiplyExact(product, length == 0 ? 1 : length);
        }
        boolean none = Arrays.stream(shape).anyMatch(length -> length == 0);
        Math.toIntExact(Math.multiplyExact(product, type.bytes()));
        return none ? 0 : (int) product;
    }

    private static long last(long offset, long[] shape, long[] stride) {
        long last = offset;
        for (int axis = 0; axis < shape.length; axis++) {
            last = Math.addExact(last, Math.multiplyExact(shape[axis] - 1, stride[axis]));
        }
        return last;
    }

    /** How many bytes the numbers take when each is written once, in row-major order. */
    int bytes() {
        return count(shape, storage.type()) * storage.type().bytes();
    }

    /** Whether the numbers already lie one after the other in row-major order, so that no copy is needed. */
    boolean isContiguous() {
        long expected = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            if (shape[axis] != 1 && stride[axis] != expected) {
                return bytes() == 0;
            }
            expected *= shape[axis];
        }
        return true;
    }

    /** The tensor, given the bytes of the whole storage: a view of them where contiguous, else gathered. */
    StateTensor over(ByteBuffer whole) {
        int[] sizes = Arrays.stream(shape).mapToInt(Math::toIntExact).toArray();
        int unit = storage.type().bytes();
        int first = Math.toIntExact((storage.start() + offset) * unit);
        ByteBuffer numbers = isContiguous() ? whole.slice(bytes() == 0 ? 0 : first, bytes())
                : StateTensor.rowMajor(whole, first, sizes, stride, unit);
        return new StateTensor(storage.type(), sizes, numbers);
    }
}
