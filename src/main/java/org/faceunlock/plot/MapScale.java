package org.faceunlock.plot;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * The plot area of a map and how its numbers become places: the same units per number along both axes. Immutable.
 *
 * @param plot the area inside the axes, in units from the content's corner
 * @param centreX number in the middle of the horizontal axis
 * @param centreY number in the middle of the vertical axis
 * @param unitsPerNumber above 0
 */
record MapScale(Rectangle2D plot, double centreX, double centreY, double unitsPerNumber) {

    private static final double USUAL_WIDTH = 680;
    private static final double MOST_WIDTH = 1000;
    private static final double LEAST_HEIGHT = 380;
    private static final double USUAL_POINTS = 40;

    /**
     * A plot area for these points, larger for many, that leaves room for a marker at each edge; points that coincide
     * lie in its middle.
     *
     * @param points {@code [n][2]}, finite
     * @param marker side of a marker with what is to surround it, in units
     */
    static MapScale around(List<Point2D> points, double marker) {
        double most = Math.rint(
                Math.max(USUAL_WIDTH, Math.min(MOST_WIDTH, USUAL_WIDTH * Math.sqrt(points.size() / USUAL_POINTS))));
        Rectangle2D extent = new Rectangle2D.Double(points.get(0).getX(), points.get(0).getY(), 0, 0);
        points.forEach(extent::add);
        double width = extent.getWidth();
        double height = extent.getHeight();
        if (Math.max(width, height) <= 1e-12 * (1 + Math.abs(extent.getX()) + Math.abs(extent.getY()))) {
            width = 1;
            height = 0.6;
        }
        double roomX = most - marker;
        double wanted = width > 0 ? roomX * height / width + marker : most;
        double plotHeight = Math.ceil(Math.max(LEAST_HEIGHT, Math.min(most, wanted)));
        double across = width > 0 ? roomX / width : Double.MAX_VALUE;
        double upward = height > 0 ? (plotHeight - marker) / height : Double.MAX_VALUE;
        return new MapScale(new Rectangle2D.Double(0, 0, most, plotHeight),
                extent.getCenterX(), extent.getCenterY(), Math.min(across, upward));
    }

    /** Where a point lies in the figure; numbers grow to the right and upwards. */
    Point2D place(Point2D point) {
        return new Point2D.Double(placeX(point.getX()), placeY(point.getY()));
    }

    double placeX(double number) {
        return plot.getCenterX() + (number - centreX) * unitsPerNumber;
    }

    double placeY(double number) {
        return plot.getCenterY() - (number - centreY) * unitsPerNumber;
    }

    Ticks ticksX() {
        double half = plot.getWidth() / 2 / unitsPerNumber;
        return Ticks.between(centreX - half, centreX + half, 9);
    }

    /** At the same distance as those of the other axis, so that the grid is of squares. */
    Ticks ticksY() {
        double half = plot.getHeight() / 2 / unitsPerNumber;
        return Ticks.between(centreY - half, centreY + half, 9 * plot.getHeight() / plot.getWidth());
    }
}
