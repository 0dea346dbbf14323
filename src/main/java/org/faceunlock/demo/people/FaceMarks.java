package org.faceunlock.demo.people;

import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.Landmarks;
import org.faceunlock.geometry.Point;

/** Where the box and the landmarks of a face come to lie in the picture. */
final class FaceMarks {

    private static final double SIDE_X = 6.0;
    private static final double SIDE_Z = 4.0;
    private static final double TOP_Y = 4.9;
    private static final double TOP_Z = 8.6;
    private static final double CHIN_DROP = 0.1;
    private static final double CHIN_Z = 8.0;

    private final Body body;
    private final FaceLayout face;

    FaceMarks(Body body) {
        this.body = body;
        this.face = body.face;
    }

    /** The convention of the detector: from the middle of the forehead to the chin, from temple to temple. */
    Box box(Camera camera) {
        double w = face.identity.head().width();
        Point left = camera.project(body.place(-SIDE_X * w, -2, SIDE_Z));
        Point right = camera.project(body.place(SIDE_X * w, -2, SIDE_Z));
        Point top = camera.project(body.place(0, TOP_Y, TOP_Z));
        Point chin = camera.project(body.place(0, face.chinY - face.jawDrop() - CHIN_DROP, CHIN_Z));
        double x1 = Math.min(left.x(), right.x());
        double x2 = Math.max(left.x(), right.x());
        return new Box(x1, Math.min(top.y(), chin.y()), x2, Math.max(top.y(), chin.y()));
    }

    Landmarks landmarks(Camera camera) {
        double spacing = face.identity.eyes().spacing();
        double mouth = face.mouthHalf;
        double corner = face.mouthLine(1);
        return new Landmarks(onFace(camera, -spacing, 0.05), onFace(camera, spacing, 0.05),
                onFace(camera, 0, body.relief.noseTipY()), onFace(camera, -mouth, corner), onFace(camera, mouth, corner));
    }

    private Point onFace(Camera camera, double x, double y) {
        return camera.project(body.place(x, y, body.surfaceZ(x, y)));
    }
}
