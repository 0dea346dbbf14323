package org.faceunlock.detect;

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
        return of(first, length, count, 0, count);
    }

    /** As {@link #of(int, int, int)}, but only the cells from one to before another; the others cost nothing. */
    static Cells of(int first, int length, int count, int from, int to) {
        int[] starts = new int[to - from];
        int[] ends = new int[to - from];
        for (int i = 0; i < starts.length; i++) {
            long cell = from + i;
            starts[i] = first + (int) (cell * length / count);
            ends[i] = first + (int) (((cell + 1) * length + count - 1) / count);
        }
        return new Cells(starts, ends);
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
