package org.faceunlock.geometry;

import java.util.Arrays;

/**
 * Non-maximum suppression: of boxes that overlap by more than a threshold, only the one with the highest score stays.
 *
 * <p>Boxes are visited by descending score, equal scores as {@link Ties} says; a visited box stays and strikes out
 * every later one that overlaps it by more than the threshold. An overlap equal to the threshold strikes nothing out.
 * All arithmetic is float32. Immutable, so safe to share between threads.
 *
 * <p>MTCNN uses it in two of its three conventions: IoU with exclusive ends, the first of equals, after P-Net and R-Net
 * (torchvision's {@code nms}), and IoM with inclusive ends, the last of equals, after O-Net (facenet-pytorch's
 * {@code nms_numpy(..., 'Min')}). The third, IoU with inclusive ends, is the original MATLAB one.
 *
 * @param overlap what is compared with the threshold
 * @param end how box ends are read
 * @param threshold largest overlap, 0 to 1, at which both boxes stay
 * @param ties which of equal scores is visited first
 */
public record NonMaximumSuppression(Overlap overlap, BoxEnd end, double threshold, Ties ties) {

    /** Which of boxes with equal scores is visited first, and so stays. */
    public enum Ties {
        /** The first in the order given, as a stable descending sort has it. */
        FIRST,
        /** The last in the order given: a stable ascending sort, taken from its end. */
        LAST
    }

    public NonMaximumSuppression {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold: expected an overlap from 0 to 1, found " + threshold);
        }
    }

    /** Of equal scores, the first stays. */
    public NonMaximumSuppression(Overlap overlap, BoxEnd end, double threshold) {
        this(overlap, end, threshold, Ties.FIRST);
    }

    /**
     * The boxes that stay.
     *
     * @param boxes {@code [n, 4]}: x1, y1, x2, y2 in pixels, flattened row by row
     * @param scores {@code [n]}, the higher the better, none NaN
     * @return the row numbers of the boxes that stay, by descending score, equal scores in the order of {@link Ties}
     */
    public int[] keep(float[] boxes, float[] scores) {
        if (boxes.length != 4 * scores.length) {
            throw new IllegalArgumentException("boxes: expected 4 numbers for each of the %s scores, found %s in all"
                    .formatted(scores.length, boxes.length));
        }
        BoxSweep sweep = new BoxSweep(boxes, end);
        int[] kept = new int[scores.length];
        int count = 0;
        for (long entry : byDescendingScore(scores)) {
            int row = (int) entry ^ flip();
            if (sweep.take(row, overlap, threshold)) {
                kept[count++] = row;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    /** Row numbers, flipped or not, in the lower half of each entry; the upper half sorts by descending score. */
    private long[] byDescendingScore(float[] scores) {
        long[] entries = new long[scores.length];
        for (int row = 0; row < scores.length; row++) {
            int bits = Float.floatToIntBits(scores[row] + 0f); // -0 becomes 0: they are equal scores
            int ascending = bits ^ bits >> 31 & Integer.MAX_VALUE;
            entries[row] = (long) ~ascending << 32 | (row ^ flip()) & 0xffff_ffffL;
        }
        Arrays.sort(entries);
        return entries;
    }

    /** All bits where the last row is to sort first. */
    private int flip() {
        return switch (ties) {
            case FIRST -> 0;
            case LAST -> ~0;
        };
    }
}
