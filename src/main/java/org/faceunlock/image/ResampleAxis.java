package org.faceunlock.image;

/**
 * Which pixels of a line go into each pixel of a resized line, and with what weight. Immutable.
 *
 * <p>The filter is the triangle of width two output pixels, but never narrower than two input pixels, so shrinking
 * averages and enlarging interpolates. Weights are normalised as doubles and then rounded to fixed point with {@value
 * #PRECISION_BITS} fractional bits; the rounding errors are not redistributed, so a sum may miss one by a few units.
 *
 * <p>After Pillow's {@code precompute_coeffs} and {@code normalize_coeffs_8bpc} (src/libImaging/Resample.c).
 */
final class ResampleAxis {

    /** 32 bits less 8 of the value less 2 against overflow. */
    static final int PRECISION_BITS = 32 - 8 - 2;

    private final int[] first;
    private final int[][] weights;

    private ResampleAxis(int outputSize) {
        first = new int[outputSize];
        weights = new int[outputSize][];
    }

    /** From a line of {@code inputSize} pixels to one of {@code outputSize}, both at least 1. */
    static ResampleAxis of(int inputSize, int outputSize) {
        ResampleAxis axis = new ResampleAxis(outputSize);
        double scale = (double) inputSize / outputSize;
        double support = Math.max(scale, 1);
        for (int output = 0; output < outputSize; output++) {
            double centre = (output + 0.5) * scale;
            int from = Math.max((int) (centre - support + 0.5), 0);
            int to = Math.min((int) (centre + support + 0.5), inputSize);
            axis.first[output] = from;
            axis.weights[output] = triangle(from, to, centre, 1 / support);
        }
        return axis;
    }

    private static int[] triangle(int from, int to, double centre, double steepness) {
        double[] heights = new double[to - from];
        double sum = 0;
        for (int i = 0; i < heights.length; i++) {
            heights[i] = Math.max(1 - Math.abs((i + from - centre + 0.5) * steepness), 0);
            sum += heights[i];
        }
        int[] fixed = new int[heights.length];
        for (int i = 0; i < fixed.length; i++) {
            fixed[i] = (int) (0.5 + heights[i] / sum * (1 << PRECISION_BITS));
        }
        return fixed;
    }

    /** The first input pixel that goes into this output pixel. */
    int first(int output) {
        return first[output];
    }

    /** The weights of the input pixels from {@link #first} on; not to be written to. */
    int[] weights(int output) {
        return weights[output];
    }

    /** How many output pixels there are. */
    int size() {
        return first.length;
    }
}
