package org.faceunlock.checkpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * IEEE 754 binary16, half a float32 in size: five bits of exponent, ten of fraction. Java has methods for it from 20
 * on.
 */
final class Float16 {

    /** The largest finite number. */
    static final float LARGEST = 65504;

    private static final float ROUNDS_TO_INFINITY = 65520;
    private static final float SMALLEST_NORMAL = 0x1p-14f;
    private static final float UNIT_OF_SUBNORMALS = 0x1p-24f;

    private Float16() {
    }

    static float toFloat(short half) {
        int exponent = half >> 10 & 0x1f;
        int fraction = half & 0x3ff;
        int widened = exponent == 0x1f ? 0xff : exponent - 15 + 127;
        float magnitude = exponent == 0 ? fraction * UNIT_OF_SUBNORMALS // zero or subnormal
                : Float.intBitsToFloat(widened << 23 | fraction << 13);
        return half < 0 ? -magnitude : magnitude;
    }

    /** Rounded to nearest, ties to even. */
    static short of(float value) {
        int sign = Float.floatToRawIntBits(value) >>> 16 & 0x8000;
        float magnitude = Math.abs(value);
        if (Float.isNaN(value)) {
            return 0x7e00;
        }
        if (magnitude >= ROUNDS_TO_INFINITY) {
            return (short) (sign | 0x7c00);
        }
        if (magnitude < SMALLEST_NORMAL) { // the division is exact; a carry gives the smallest normal number
            return (short) (sign | (int) Math.rint(magnitude / UNIT_OF_SUBNORMALS));
        }
        int bits = Float.floatToRawIntBits(magnitude) - (127 - 15 << 23);
        return (short) (sign | bits + 0xfff + (bits >>> 13 & 1) >>> 13);
    }

    /** The numbers one after the other, little-endian; refuses what is finite and would not stay so. */
    static ByteBuffer bytes(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length,
                Short.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < values.length; i++) {
            if (Float.isFinite(values[i]) && Math.abs(values[i]) >= ROUNDS_TO_INFINITY) {
                throw new IllegalArgumentException("values: expected at most %s in size for FLOAT16, found %s at %s; "
                        .formatted(LARGEST, values[i], i) + "keep FLOAT32");
            }
            bytes.putShort(of(values[i]));
        }
        return bytes.flip();
    }
}
