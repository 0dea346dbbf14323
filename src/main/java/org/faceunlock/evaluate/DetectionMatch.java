package org.faceunlock.evaluate;

import java.util.List;
import org.faceunlock.geometry.Detection;
import org.faceunlock.geometry.Point;

/**
 * A detection and the face that it found.
 *
 * @param overlap IoU of their boxes, 0 to 1
 */
public record DetectionMatch(Detection detection, FaceTruth truth, double overlap) {

    /** Mean distance of the five landmarks from their true places, as a share of the true distance of the eyes. */
    public double landmarkError() {
        List<Point> found = detection.landmarks().points();
        List<Point> right = truth.landmarks().points();
        double sum = 0;
        for (int point = 0; point < right.size(); point++) {
            sum += found.get(point).distanceTo(right.get(point));
        }
        return sum / right.size() / truth.landmarks().eyeDistance();
    }
}
