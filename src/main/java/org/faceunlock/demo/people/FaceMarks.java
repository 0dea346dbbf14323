package org.faceunlock.demo.people;

import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.Landmarks;
import org.faceunlock.geometry.Point;

/** Where the box and the landmarks of a face come to lie in the picture. */
final class FaceMarks {

    /**
     * Radii and centre of the egg whose outline is the box, fitted to the boxes of the published MTCNN on rendered
     * faces.
     */
    private static final double RADIUS_X = 6.85;
    private static final double RADIUS_Z = 5.5;
    private static final double CENTRE_Z = 3.2;
    /** Nodding moves the box as if its middle lay further in front than turning does. */
    private static final double FRONT_Z = 7.6;
    private static final double TOP = 6.6;

    private final Body body;
    private final FaceLayout face;

    FaceMarks(Body body) {
        this.body = body;
        this.face = body.face;
    }

    /** The convention of the detector: from above the middle of the forehead to the chin, from temple to temple. */
    Box box(Camera camera) {
        double chin = face.chinY - face.jawDrop();
        double rx = RADIUS_X * face.identity.head().width();
        double ry = (TOP - chin) / 2;
        double[] centre = body.place(0, TOP - ry, CENTRE_Z);
        double halfWidth = reach(body.head().x(rx, 0, 0), body.head().x(0, ry, 0), body.head().x(0, 0, RADIUS_Z));
        double halfHeight = reach(body.head().y(rx, 0, 0), body.head().y(0, ry, 0), body.head().y(0, 0, RADIUS_Z));
        double[] front = body.place(0, TOP - ry, FRONT_Z);
        Point middle = camera.project(centre[0], front[1], centre[2]);
        double scale = camera.magnification(centre[2]);
        return new Box(middle.x() - scale * halfWidth, middle.y() - scale * halfHeight, middle.x() + scale * halfWidth,
                middle.y() + scale * halfHeight);
    }

    private static double reach(double a, double b, double c) {
        return Math.sqrt(a * a + b * b + c * c);
    }

    Landmarks landmarks(Camera camera) {
        double spacing = face.identity.eyes().spacing() - 0.06;
        double mouth = 0.93 * face.mouthHalf;
        double corner = face.mouthLine(0.93) - 0.08;
        return new Landmarks(onFace(camera, -spacing, 0.05), onFace(camera, spacing, 0.05),
                onFace(camera, 0, body.relief.noseTipY()), onFace(camera, -mouth, corner),
                onFace(camera, mouth, corner));
    }

    private Point onFace(Camera camera, double x, double y) {
        return camera.project(body.place(x, y, body.surfaceZ(x, y)));
    }
}
