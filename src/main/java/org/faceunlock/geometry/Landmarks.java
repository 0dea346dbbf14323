package org.faceunlock.geometry;

import java.util.List;

/**
 * The five points that MTCNN places in a face, as they stand in the photo: the eye on the photo's left first.
 *
 * @param leftEye centre of the eye that is on the left of the picture (the person's right eye)
 * @param rightEye centre of the eye that is on the right of the picture
 * @param nose tip of the nose
 * @param leftMouth corner of the mouth on the left of the picture
 * @param rightMouth corner of the mouth on the right of the picture
 */
public record Landmarks(Point leftEye, Point rightEye, Point nose, Point leftMouth, Point rightMouth) {

    /** The points in the order in which the detector gives them: eyes, nose, mouth corners. */
    public List<Point> points() {
        return List.of(leftEye, rightEye, nose, leftMouth, rightMouth);
    }

    /** Distance between the eyes, in pixels: the usual unit for landmark errors. */
    public double eyeDistance() {
        return leftEye.distanceTo(rightEye);
    }
}
