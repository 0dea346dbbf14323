package org.faceunlock.demo.training;

import java.util.List;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.BoxEnd;
import org.faceunlock.geometry.Landmarks;
import org.faceunlock.geometry.Point;

/**
 * What a network would have to say of a window for the cascade to find exactly the true face: the cascade's box regression
 * and its placing of landmarks, solved for the network's output.
 */
final class WindowTargets {

    private WindowTargets() {
    }

    /** How far each edge of the true box is from the window's, in sides of the window: {@code [4]}. */
    static float[] shift(Box window, Box face, BoxEnd end) {
        double width = end.length(window.x1(), window.x2());
        double height = end.length(window.y1(), window.y2());
        return new float[] {
            (float) ((face.x1() - window.x1()) / width), (float) ((face.y1() - window.y1()) / height),
            (float) ((face.x2() - window.x2()) / width), (float) ((face.y2() - window.y2()) / height)};
    }

    /** Five x, then five y, in inclusive sides of the window from a pixel before its corner: {@code [10]}. */
    static float[] marks(Box window, Landmarks landmarks) {
        double width = BoxEnd.INCLUSIVE.length(window.x1(), window.x2());
        double height = BoxEnd.INCLUSIVE.length(window.y1(), window.y2());
        List<Point> points = landmarks.points();
        float[] marks = new float[10];
        for (int i = 0; i < 5; i++) {
            marks[i] = (float) ((points.get(i).x() + 1 - window.x1()) / width);
            marks[5 + i] = (float) ((points.get(i).y() + 1 - window.y1()) / height);
        }
        return marks;
    }
}
