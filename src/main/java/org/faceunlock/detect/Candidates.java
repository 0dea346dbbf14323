package org.faceunlock.detect;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.faceunlock.geometry.NonMaximumSuppression;
import org.faceunlock.image.PixelRegion;

/**
 * What one stage hands to the next: n boxes with the probability that each is a face, and where the network would
 * move it.
 *
 * <p>Plain float32 arrays, since a photo may have thousands and rounding decides where a box falls on the pixel grid.
 * Nobody changes an array once it is in here.
 *
 * @param boxes {@code [n, 4]}: x1, y1, x2, y2 in pixels of the photo
 * @param scores {@code [n]}: probability of a face, from the last network that looked
 * @param regressions {@code [n, 4]}: shift of each of the four numbers, in widths and heights of the box
 */
record Candidates(float[] boxes, float[] scores, float[] regressions) {

    static final Candidates NONE = new Candidates(new float[0], new float[0], new float[0]);

    Candidates {
        if (boxes.length != 4 * scores.length || regressions.length != 4 * scores.length) {
            throw new IllegalArgumentException("candidates: expected 4 numbers a box for %s boxes, found %s and %s"
                    .formatted(scores.length, boxes.length, regressions.length));
        }
    }

    /** Candidates that are done with their regression. */
    static Candidates of(float[] boxes, float[] scores) {
        return new Candidates(boxes, scores, new float[boxes.length]);
    }

    int size() {
        return scores.length;
    }

    /** These rows, in this order. */
    Candidates select(int[] rows) {
        return new Candidates(rowsOf(boxes, 4, rows), rowsOf(scores, 1, rows), rowsOf(regressions, 4, rows));
    }

    /** What non-maximum suppression leaves, by descending score. */
    Candidates keep(NonMaximumSuppression suppression) {
        return select(suppression.keep(boxes, scores));
    }

    /**
     * Those of which at least a pixel lies in the photo. The reference leaves the others out of the network's input but
     * not out of its list, and so gives every later box its neighbour's answer; here they are dropped.
     */
    Candidates within(int photoWidth, int photoHeight) {
        return select(IntStream.range(0, size())
                .filter(row -> pixels(row, photoWidth, photoHeight).isPresent()).toArray());
    }

    /**
     * The pixels of the photo under one box; empty when it lies outside.
     *
     * <p>The box is read as MATLAB would: truncated to whole pixels counted from 1, end inclusive. So x1 = 3.7, x2 =
     * 5.2 are the third to fifth column: 2 to before 5 when counted from 0. As {@code pad} of facenet-pytorch 787da06.
     */
    Optional<PixelRegion> pixels(int row, int photoWidth, int photoHeight) {
        int x1 = Math.max((int) boxes[4 * row], 1) - 1;
        int y1 = Math.max((int) boxes[4 * row + 1], 1) - 1;
        int x2 = Math.min((int) boxes[4 * row + 2], photoWidth);
        int y2 = Math.min((int) boxes[4 * row + 3], photoHeight);
        return x1 < x2 && y1 < y2 ? Optional.of(new PixelRegion(x1, y1, x2, y2)) : Optional.empty();
    }

    /** All candidates of some lists, one list after the other. */
    static Candidates join(List<Candidates> parts) {
        return new Candidates(
                joinArrays(parts.stream().map(Candidates::boxes).toList()),
                joinArrays(parts.stream().map(Candidates::scores).toList()),
                joinArrays(parts.stream().map(Candidates::regressions).toList()));
    }

    static float[] joinArrays(List<float[]> parts) {
        float[] joined = new float[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }

    /** Rows of a flattened table with so many columns. */
    static float[] rowsOf(float[] table, int columns, int[] rows) {
        float[] selected = new float[rows.length * columns];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(table, rows[i] * columns, selected, i * columns, columns);
        }
        return selected;
    }
}
