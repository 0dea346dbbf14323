package org.faceunlock.plot;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import org.faceunlock.compare.SimilarityMatrix;

/**
 * What a threshold says of every cell of a heatmap, to be laid over it: pairs below it are faded, pairs at or above it
 * keep their colour, and wrong decisions take one: two people accepted orange, one person refused yellow. Immutable.
 */
final class ThresholdMarks {

    private static final int KEPT = 0;
    private static final int FADED = 0xb4ffffff;
    private static final int FALSE_MATCH = ScoreHistogram.NON_MATED.getRGB();
    private static final int FALSE_NON_MATCH = new Color(0xf0e442).getRGB();

    private final int size;
    private final double[] similarities;
    private final boolean[] mated;

    /** @param people whose each face is; unknown ones are nobody's, and none of their pairs is wrong */
    ThresholdMarks(SimilarityMatrix matrix, List<String> people) {
        size = matrix.size();
        similarities = new double[size * size];
        mated = new boolean[size * size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                similarities[row * size + column] = matrix.get(row, column);
                mated[row * size + column] = people.get(row).equals(people.get(column));
            }
        }
    }

    /** One pixel a cell, with its opacity. */
    BufferedImage at(double threshold) {
        int[] marks = new int[size * size];
        for (int cell = 0; cell < marks.length; cell++) {
            boolean accepted = similarities[cell] >= threshold;
            marks[cell] = accepted == mated[cell] ? accepted ? KEPT : FADED : accepted ? FALSE_MATCH : FALSE_NON_MATCH;
        }
        BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(0, 0, size, size, marks, 0, size);
        return picture;
    }
}
