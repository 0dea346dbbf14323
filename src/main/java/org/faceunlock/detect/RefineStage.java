package org.faceunlock.detect;

import java.util.List;
import org.faceunlock.geometry.BoxEnd;
import org.faceunlock.geometry.NonMaximumSuppression;
import org.faceunlock.geometry.Overlap;

/**
 * The second stage: R-Net looks at each proposed square, rejects most, and moves the others.
 *
 * <p>Conventions here: end exclusive in the suppression, end inclusive in the regression. Ties of the threshold fail.
 */
final class RefineStage {

    private static final int SIDE = 24;

    private static final NonMaximumSuppression SUPPRESSION =
            new NonMaximumSuppression(Overlap.IOU, BoxEnd.EXCLUSIVE, 0.7);

    private final PatchClassifier classifier;
    private final float threshold;

    RefineStage(StageNetwork rNet, double threshold) {
        this.classifier = new PatchClassifier(rNet, SIDE, new int[] {4, 2});
        this.threshold = (float) threshold;
    }

    /** The squares that O-Net should look at, by descending probability. */
    Candidates run(IntegralImage photo, Candidates proposed, CascadeObserver observer) {
        List<float[]> outputs = classifier.classify(photo, proposed); // [n, 4], [n, 2]
        int[] passed = PatchClassifier.above(threshold, outputs.get(1));
        Candidates likely = new Candidates(
                Candidates.rowsOf(proposed.boxes(), 4, passed),
                PatchClassifier.scores(passed, outputs.get(1)),
                Candidates.rowsOf(outputs.get(0), 4, passed));
        Candidates squares = BoxRegression.square(BoxRegression.apply(likely.keep(SUPPRESSION), BoxEnd.INCLUSIVE));
        Candidates visible = squares.within(photo.width(), photo.height());
        observer.refined(visible);
        return visible;
    }
}
