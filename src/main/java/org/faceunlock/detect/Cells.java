package org.faceunlock.detect;

import java.util.Arrays;

/**
 * How pixels along one axis are averaged into fewer, or more: cell i of m over n pixels covers floor(i n / m) to
 * ceil((i + 1) n / m), end exclusive, so that cells may share a pixel at their edges. Immutable.
 *
 * <p>This is adaptive average pooling, which PyTorch's {@code interpolate(mode="area")} is.
 */
final class Cells {

    private final int[] starts;
    private final int[] ends;

    private Cells(int[] starts, int[] ends) {
        this.starts = starts;
        this.ends = ends;
    }

    /**
     * Cells over a run of pixels.
     *
     * @param first pixel of the run
     * @param length of the run in pixels, at least 1
     * @param count of cells, at least 1
     */
    static Cells of(int first, int length, int count) {
        int[] starts = new int[count];
        int[] ends = new int[count];
        for (int cell = 0; cell < count; cell++) {
            starts[cell] = first + (int) ((long) cell * length / count);
            ends[cell] = first + (int) (((cell + 1L) * length + count - 1) / count);
        }
        return new Cells(starts, ends);
    }

    /** The cells from one to before another. */
    Cells slice(int from, int to) {
        return new Cells(Arrays.copyOfRange(starts, from, to), Arrays.copyOfRange(ends, from, to));
    }

    int count() {
        return starts.length;
    }

    int start(int cell) {
        return starts[cell];
    }

    int end(int cell) {
        return ends[cell];
    }

    int length(int cell) {
        return ends[cell] - starts[cell];
    }
}
