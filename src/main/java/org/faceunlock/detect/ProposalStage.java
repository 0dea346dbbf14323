package org.faceunlock.detect;

import java.util.List;
import org.faceunlock.geometry.BoxEnd;
import org.faceunlock.geometry.NonMaximumSuppression;
import org.faceunlock.geometry.Overlap;
import org.faceunlock.network.FloatTensor;

/**
 * The first stage: P-Net judges every window of every level, and the likely ones become square boxes in the photo.
 *
 * <p>Convention here: the boxes of the windows are end exclusive, in both suppressions and in the regression. Ties of
 * the threshold pass. Levels and tiles run in parallel; the result does not depend on it.
 */
record ProposalStage(StageNetwork pNet, double threshold) {

    private static final NonMaximumSuppression WITHIN_LEVEL =
            new NonMaximumSuppression(Overlap.IOU, BoxEnd.EXCLUSIVE, 0.5);

    private static final NonMaximumSuppression ACROSS_LEVELS =
            new NonMaximumSuppression(Overlap.IOU, BoxEnd.EXCLUSIVE, 0.7);

    /** The squares worth a closer look, by descending probability. */
    Candidates run(IntegralImage photo, Pyramid pyramid, CascadeObserver observer) {
        List<Candidates> levels = pyramid.levels().parallelStream()
                .map(level -> look(photo, level, observer))
                .toList();
        Candidates windows = Candidates.join(levels).keep(ACROSS_LEVELS);
        Candidates squares = BoxRegression.square(BoxRegression.apply(windows, BoxEnd.EXCLUSIVE));
        Candidates visible = squares.within(photo.width(), photo.height());
        observer.proposed(visible);
        return visible;
    }

    private Candidates look(IntegralImage photo, PyramidLevel level, CascadeObserver observer) {
        List<TileProposals> tiles = level.tiles().parallelStream()
                .map(tile -> look(photo, tile, observer))
                .toList();
        Candidates passed = TileProposals.join(tiles);
        Candidates kept = passed.keep(WITHIN_LEVEL);
        observer.level(level, passed, kept);
        return kept;
    }

    private TileProposals look(IntegralImage photo, Tile tile, CascadeObserver observer) {
        FloatTensor pixels = photo.average(tile.pixelColumns(photo.width()), tile.pixelRows(photo.height()));
        List<FloatTensor> outputs = pNet.run(pixels);
        observer.onScores(tile, outputs);
        return new ProposalMap(tile, outputs.get(0), outputs.get(1)).atLeast((float) threshold);
    }
}
