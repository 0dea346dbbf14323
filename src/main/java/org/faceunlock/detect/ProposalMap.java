package org.faceunlock.detect;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.faceunlock.network.FloatTensor;

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

    private void place(int window, float[] boxes, int at) {
        int x = PyramidLevel.STRIDE * (tile.column() + window % tile.columns());
        int y = PyramidLevel.STRIDE * (tile.row() + window / tile.columns());
        tile.level().place(x, y, boxes, at);
    }
}
