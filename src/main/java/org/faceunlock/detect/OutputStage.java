package org.faceunlock.detect;

import java.util.ArrayList;
import java.util.List;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.BoxEnd;
import org.faceunlock.geometry.Detection;
import org.faceunlock.geometry.Landmarks;
import org.faceunlock.geometry.NonMaximumSuppression;
import org.faceunlock.geometry.Overlap;
import org.faceunlock.geometry.Point;

/**
 * The last stage: O-Net decides what is a face, and where its box and landmarks are.
 *
 * <p>Conventions here: end inclusive throughout, and the suppression is by IoM, which also removes a face within a
 * face and of equal scores keeps the last: {@code nms_numpy} sorts ascending and takes from the end. Ties are real:
 * where a face fills its photo, several squares clip to the whole of it. Ties of the threshold fail. Landmarks are
 * relative to the square that O-Net saw, not to the regressed box.
 */
final class OutputStage {

    private static final int SIDE = 48;

    private static final NonMaximumSuppression SUPPRESSION =
            new NonMaximumSuppression(Overlap.IOM, BoxEnd.INCLUSIVE, 0.7, NonMaximumSuppression.Ties.LAST);

    private final PatchClassifier classifier;
    private final float threshold;

    OutputStage(StageNetwork oNet, double threshold) {
        this.classifier = new PatchClassifier(oNet, SIDE, new int[] {4, 10, 2});
        this.threshold = (float) threshold;
    }

    /** The faces, by descending probability; what a network makes of an empty or infinite box is none. */
    List<Detection> run(IntegralImage photo, Candidates refined) {
        List<float[]> outputs = classifier.classify(photo, refined); // [n, 4], [n, 10], [n, 2]
        int[] passed = PatchClassifier.above(threshold, outputs.get(2));
        float[] squares = Candidates.rowsOf(refined.boxes(), 4, passed);
        float[] points = Candidates.rowsOf(outputs.get(1), 10, passed);
        Candidates faces = BoxRegression.apply(
                new Candidates(squares, PatchClassifier.scores(passed, outputs.get(2)),
                        Candidates.rowsOf(outputs.get(0), 4, passed)),
                BoxEnd.INCLUSIVE);
        List<Detection> detections = new ArrayList<>();
        for (int row : SUPPRESSION.keep(faces.boxes(), faces.scores())) {
            if (isBox(faces.boxes(), row)) {
                detections.add(new Detection(
                        box(faces.boxes(), row), Math.min(faces.scores()[row], 1), landmarks(squares, points, row)));
            }
        }
        return List.copyOf(detections);
    }

    private static boolean isBox(float[] boxes, int row) {
        float width = boxes[4 * row + 2] - boxes[4 * row];
        float height = boxes[4 * row + 3] - boxes[4 * row + 1];
        return width > 0 && height > 0 && Float.isFinite(width) && Float.isFinite(height);
    }

    private static Box box(float[] boxes, int row) {
        return new Box(boxes[4 * row], boxes[4 * row + 1], boxes[4 * row + 2], boxes[4 * row + 3]);
    }

    private static Landmarks landmarks(float[] squares, float[] points, int row) {
        return new Landmarks(
                point(squares, points, row, 0), point(squares, points, row, 1), point(squares, points, row, 2),
                point(squares, points, row, 3), point(squares, points, row, 4));
    }

    /** Shares of the square's sides, counted from MATLAB's pixel 1; the five x precede the five y. */
    private static Point point(float[] squares, float[] points, int row, int which) {
        float width = BoxEnd.INCLUSIVE.length(squares[4 * row], squares[4 * row + 2]);
        float height = BoxEnd.INCLUSIVE.length(squares[4 * row + 1], squares[4 * row + 3]);
        return new Point(
                width * points[10 * row + which] + squares[4 * row] - 1,
                height * points[10 * row + 5 + which] + squares[4 * row + 1] - 1);
    }
}
