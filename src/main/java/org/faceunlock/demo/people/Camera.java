package org.faceunlock.demo.people;

import org.faceunlock.geometry.Point;

/**
 * Carries camera space to the picture with a mild perspective.
 *
 * @param scale pixels per centimetre at depth 0
 * @param offsetX where the axis meets the picture
 * @param offsetY where the axis meets the picture
 * @param distance from the camera to depth 0, in centimetres
 */
record Camera(double scale, double offsetX, double offsetY, double distance) {

    double magnification(double z) {
        return scale * distance / (distance - z);
    }

    double x(double x, double z) {
        return offsetX + magnification(z) * x;
    }

    double y(double y, double z) {
        return offsetY - magnification(z) * y;
    }

    Point project(double... place) {
        return new Point(x(place[0], place[2]), y(place[1], place[2]));
    }
}
