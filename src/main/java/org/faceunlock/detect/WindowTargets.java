package org.faceunlock.detect;

import java.util.List;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.BoxEnd;
import org.faceunlock.geometry.Landmarks;
import org.faceunlock.geometry.Point;

/**
 * What a network would have to say of a window for the cascade to find exactly the true face: {@link BoxRegression} and
 * the placing of landmarks in {@link OutputStage}, solved for the network's output. Stateless.
 */
public final class WindowTargets {

    private WindowTargets() {
    }

    /**
     * How far each edge of the true box is from the window's, in widths and heights of the window: {@code [4]}.
     *
     * @param end exclusive for P-Net, inclusive for R-Net and O-Net
     */
    public static float[] shift(Box window, Box face, BoxEnd end) {
        double width = end.length(window.x1(), window.x2());
        double height = end.length(window.y1(), window.y2());
        return new float[] {
            (float) ((face.x1() - window.x1()) / width), (float) ((face.y1() - window.y1()) / height),
            (float) ((face.x2() - window.x2()) / width), (float) ((face.y2() - window.y2()) / height)};
    }

    /** Five x, then five y, in inclusive sides of the square from a pixel before its corner: {@code [10]}. */
    public static float[] marks(Box square, Landmarks landmarks) {
        double width = BoxEnd.INCLUSIVE.length(square.x1(), square.x2());
        double height = BoxEnd.INCLUSIVE.length(square.y1(), square.y2());
        List<Point> points = landmarks.points();
        float[] marks = new float[2 * points.size()];
        for (int i = 0; i < points.size(); i++) {
            marks[i] = (float) ((points.get(i).x() + 1 - square.x1()) / width);
            marks[points.size() + i] = (float) ((points.get(i).y() + 1 - square.y1()) / height);
        }
        return marks;
    }
}
