package org.faceunlock.geometry;

/**
 * A place in a photo, in pixels, x to the right and y down.
 *
 * @param x pixels from the left edge
 * @param y pixels from the top edge
 */
public record Point(double x, double y) {

    /** How far away the other point is, in pixels. */
    public double distanceTo(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
