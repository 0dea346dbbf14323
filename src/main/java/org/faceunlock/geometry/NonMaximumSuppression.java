package org.faceunlock.geometry;

import java.util.Arrays;

/**
 * Non-maximum suppression: of boxes that overlap by more than a threshold, only the one with the highest score stays.
 *
 * <p>Boxes are visited by descending score, equal scores in the order given; a visited box stays and strikes out every
 * later one that overlaps it by more than the threshold. An overlap equal to the threshold strikes nothing out. All
 * arithmetic is float32. Immutable, so safe to share between threads.
 *
 * <p>MTCNN uses it in two of its three conventions: IoU with exclusive ends after P-Net and R-Net (torchvision's
 * {@code nms}), IoM with inclusive ends after O-Net (facenet-pytorch's {@code nms_numpy(..., 'Min')}). The third, IoU
 * with inclusive ends, is the original MATLAB one.
 *
 * @param overlap what is compared with the threshold
 * @param end how box ends are read
 * @param threshold largest overlap, 0 to 1, at which both boxes stay
 */
public record NonMaximumSuppression(Overlap overlap, BoxEnd end, double threshold) {

    public NonMaximumSuppression {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold: expected an overlap from 0 to 1, found " + threshold);
        }
    }

    /**
     * The boxes that stay.
     *
     * @param boxes {@code [n, 4]}: x1, y1, x2, y2 in pixels, flattened row by row
     * @param scores {@code [n]}, the higher the better, none NaN
     * @return the row numbers of the boxes that stay, by descending score, equal scores in the order given
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
            int row = (int) entry;
            if (sweep.take(row, overlap, threshold)) {
                kept[count++] = row;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    /** Row numbers in the lower half of each entry; the upper half makes them sort by descending score. */
    private static long[] byDescendingScore(float[] scores) {
        long[] entries = new long[scores.length];
        for (int row = 0; row < scores.length; row++) {
            int bits = Float.floatToIntBits(scores[row] + 0f); // -0 becomes 0: they are equal scores
            int ascending = bits ^ bits >> 31 & Integer.MAX_VALUE;
            entries[row] = (long) ~ascending << 32 | row;
        }
        Arrays.sort(entries);
        return entries;
    }
}
