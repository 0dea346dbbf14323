package org.faceunlock.network;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A tensor as a TorchScript archive stores it.
 *
 * @param values the numbers, row-major
 * @param trained whether it is a parameter of the module; else a buffer
 * @param bfloat16 whether it is stored with 16 bits a number
 * @param channelsLast whether a four-dimensional one is stored in the order N, h, w, channels
 */
record ScriptTensor(FloatTensor values, boolean trained, boolean bfloat16, boolean channelsLast) {

    /** Distance in numbers between neighbours along each axis. */
    int[] strides() {
        int[] shape = values.shape();
        int[] order = axesFromOuterToInner();
        int[] strides = new int[shape.length];
        int step = 1;
        for (int i = order.length - 1; i >= 0; i--) {
            strides[order[i]] = step;
            step *= shape[order[i]];
        }
        return strides;
    }

    private int[] axesFromOuterToInner() {
        int dimensions = values.shape().length;
        if (channelsLast && dimensions == 4) {
            return new int[] {0, 2, 3, 1};
        }
        int[] order = new int[dimensions];
        for (int axis = 0; axis < dimensions; axis++) {
            order[axis] = axis;
        }
        return order;
    }

    /** The numbers in the order in which they are stored, little-endian. */
    byte[] bytes() {
        int size = bfloat16 ? Short.BYTES : Float.BYTES;
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.size(), size)).order(ByteOrder.LITTLE_ENDIAN);
        boolean reorder = channelsLast && values.shape().length == 4;
        int channels = reorder ? values.size(1) : 1;
        int pixels = reorder ? values.size(2) * values.size(3) : 1;
        int block = channels * pixels;
        for (int start = 0; start < values.size(); start += block) {
            for (int pixel = 0; pixel < pixels; pixel++) {
                for (int channel = 0; channel < channels; channel++) {
                    put(bytes, values.get(start + channel * pixels + pixel));
                }
            }
        }
        return bytes.array();
    }

    private void put(ByteBuffer bytes, float value) {
        if (bfloat16) {
            bytes.putShort(toBfloat16(value));
        } else {
            bytes.putFloat(value);
        }
    }

    /** The upper half of a float32, rounded to nearest, ties to even; NaN stays NaN. */
    static short toBfloat16(float value) {
        if (Float.isNaN(value)) {
            return (short) 0x7fc0;
        }
        int bits = Float.floatToRawIntBits(value);
        return (short) (bits + 0x7fff + (bits >>> 16 & 1) >>> 16);
    }
}
