package org.faceunlock.checkpoint;

import java.util.Arrays;
import java.util.Optional;

/**
 * The number formats that a PyTorch checkpoint may hold, each with its size and the storage class that PyTorch keeps
 * it in.
 */
public enum DType {
    FLOAT64(8, "DoubleStorage"),
    FLOAT32(4, "FloatStorage"),
    FLOAT16(2, "HalfStorage"),
    BFLOAT16(2, "BFloat16Storage"),
    INT64(8, "LongStorage"),
    INT32(4, "IntStorage"),
    INT16(2, "ShortStorage"),
    INT8(1, "CharStorage"),
    UINT8(1, "ByteStorage"),
    BOOL(1, "BoolStorage");

    private final int bytes;
    private final String storageClass;

    DType(int bytes, String storageClass) {
        this.bytes = bytes;
        this.storageClass = storageClass;
    }

    /** The size of one number in bytes. */
    public int bytes() {
        return bytes;
    }

    public boolean isFloating() {
        return this == FLOAT64 || this == FLOAT32 || this == FLOAT16 || this == BFLOAT16;
    }

    /** The name of the class in Python's module {@code torch} that holds such numbers. */
    String storageClass() {
        return storageClass;
    }

    /** The format that {@code torch.<name>} holds; empty for quantized, complex and unknown ones. */
    static Optional<DType> ofStorageClass(String name) {
        return Arrays.stream(values()).filter(type -> type.storageClass.equals(name)).findFirst();
    }
}
