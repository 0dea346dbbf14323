package org.faceunlock.geometry;

import java.util.Arrays;

/**
 * Boxes sorted by their left edge, so that the ones near a given box lie in one run of the arrays.
 *
 * <p>Holds which boxes are struck out while {@link NonMaximumSuppression} visits them. Not for more than one thread.
 */
final class BoxSweep {

    /** Pixels by which a run is widened, well above what float32 rounds off in a photo's coordinates. */
    private static final float SLACK = 2;

    private final BoxEnd end;
    private final float[] x1;
    private final float[] y1;
    private final float[] x2;
    private final float[] y2;
    private final float[] areas;
    private final boolean[] struckOut;
    private final int[] placeOfRow;

    BoxSweep(float[] boxes, BoxEnd end) {
        int count = boxes.length / 4;
        this.end = end;
        x1 = new float[count];
        y1 = new float[count];
        x2 = new float[count];
        y2 = new float[count];
        areas = new float[count];
        struckOut = new boolean[count];
        placeOfRow = new int[count];
        long[] entries = new long[count];
        for (int row = 0; row < count; row++) {
            int bits = Float.floatToIntBits(boxes[4 * row]);
            entries[row] = (long) (bits ^ bits >> 31 & Integer.MAX_VALUE) << 32 | row;
        }
        Arrays.sort(entries);
        for (int place = 0; place < count; place++) {
            int row = (int) entries[place];
            placeOfRow[row] = place;
            x1[place] = boxes[4 * row];
            y1[place] = boxes[4 * row + 1];
            x2[place] = boxes[4 * row + 2];
            y2[place] = boxes[4 * row + 3];
            areas[place] = end.length(x1[place], x2[place]) * end.length(y1[place], y2[place]);
        }
    }

    /** Visits a box: false if it is struck out, else it stays and strikes out those that overlap it too much. */
    boolean take(int row, Overlap overlap, double threshold) {
        int place = placeOfRow[row];
        if (struckOut[place]) {
            return false;
        }
        struckOut[place] = true; // visited: nothing looks at it again
        int last = firstFrom(x2[place] + SLACK);
        for (int other = firstFrom(leftmost(place, overlap, threshold)); other < last; other++) {
            if (!struckOut[other] && overlap.ratio(shared(place, other), areas[place], areas[other]) > threshold) {
                struckOut[other] = true;
            }
        }
        return true;
    }

    private float shared(int one, int other) {
        float width = end.length(Math.max(x1[one], x1[other]), Math.min(x2[one], x2[other]));
        float height = end.length(Math.max(y1[one], y1[other]), Math.min(y2[one], y2[other]));
        return Math.max(0, width) * Math.max(0, height);
    }

    /**
     * Where the left edge of a box can be at most, to the left, if it overlaps this one by more than the threshold t.
     *
     * <p>IoU above t means that the shared width exceeds t times either width: the other box is narrower than w / t and
     * sticks out by less than 1 - t of its width. IoM sets no such bound, as the other box may contain this one.
     */
    private float leftmost(int place, Overlap overlap, double threshold) {
        return switch (overlap) {
            case IOU -> (float) (x1[place] - end.length(x1[place], x2[place]) * (1 - threshold) / threshold - SLACK);
            case IOM -> Float.NEGATIVE_INFINITY;
        };
    }

    private int firstFrom(float left) {
        int from = 0;
        int to = x1.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (x1[middle] < left) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
