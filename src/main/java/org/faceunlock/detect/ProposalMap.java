package org.faceunlock.detect;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.faceunlock.torch.FloatTensor;

/**
 * What P-Net said about each window of a tile.
 *
 * @param regression {@code [1, 4, rows, columns]}
 * @param probabilities {@code [1, 2, rows, columns]}: no face, face
 */
record ProposalMap(Tile tile, FloatTensor regression, FloatTensor probabilities) {

    ProposalMap {
        requireShape("regression", regression, 1, 4, tile.rows(), tile.columns());
        requireShape("probabilities", probabilities, 1, 2, tile.rows(), tile.columns());
    }

    private static void requireShape(String output, FloatTensor tensor, int... expected) {
        if (!Arrays.equals(tensor.shape(), expected)) {
            throw new IllegalArgumentException("P-Net %s: expected shape %s, found %s; is this P-Net?"
                    .formatted(output, Arrays.toString(expected), Arrays.toString(tensor.shape())));
        }
    }

    /** The windows with at least this probability of a face, as boxes in the photo. */
    TileProposals atLeast(float threshold) {
        int windows = tile.rows() * tile.columns();
        int[] passed = IntStream.range(0, windows)
                .filter(window -> probabilities.get(windows + window) >= threshold).toArray();
        float[] boxes = new float[4 * passed.length];
        float[] scores = new float[passed.length];
        float[] shifts = new float[4 * passed.length];
        for (int i = 0; i < passed.length; i++) {
            place(passed[i], boxes, 4 * i);
            scores[i] = probabilities.get(windows + passed[i]);
            for (int edge = 0; edge < 4; edge++) {
                shifts[4 * i + edge] = regression.get(edge * windows + passed[i]);
            }
        }
        long[] places = IntStream.of(passed).mapToLong(tile::placeInLevel).toArray();
        return new TileProposals(places, new Candidates(boxes, scores, shifts));
    }

    /**
     * Writes the photo's pixels under a window: from 1 to 12 pixels after its corner in the level, over the scale and
     * rounded down, in float32; the offset of 1 is MATLAB's first index.
     */
    private void place(int window, float[] boxes, int at) {
        float scale = (float) tile.level().scale();
        int x = PyramidLevel.STRIDE * (tile.column() + window % tile.columns());
        int y = PyramidLevel.STRIDE * (tile.row() + window / tile.columns());
        boxes[at] = (float) Math.floor((x + 1) / scale);
        boxes[at + 1] = (float) Math.floor((y + 1) / scale);
        boxes[at + 2] = (float) Math.floor((x + Pyramid.WINDOW) / scale);
        boxes[at + 3] = (float) Math.floor((y + Pyramid.WINDOW) / scale);
    }
}
