package org.faceunlock.geometry;

import java.util.List;
import java.util.Optional;

/**
 * A turn, an even scaling and a shift of the plane: {@code (x, y)} goes to {@code (a x - b y + dx, b x + a y + dy)}.
 * It never mirrors. Immutable.
 *
 * @param a scale times the cosine of the turn
 * @param b scale times the sine of the turn, which is clockwise as seen, since y runs down
 * @param dx shift to the right in pixels
 * @param dy shift down in pixels
 */
public record SimilarityTransform(double a, double b, double dx, double dy) {

    public SimilarityTransform {
        if (!isTransform(a, b, dx, dy)) {
            throw new IllegalArgumentException(
                    "transform: expected finite numbers and a scale above 0, found a %s, b %s, dx %s, dy %s"
                            .formatted(a, b, dx, dy));
        }
    }

    /**
     * The transform that brings the first points closest to the second ones: least squares, each pair counting alike.
     * Source: Umeyama 1991 (IEEE PAMI 13(4)) in two dimensions and without reflection.
     *
     * @param from at least two points, not all in one place
     * @param to as many points, in the same order
     * @return empty when no transform fits best: points that all lie in one place, or are no numbers
     */
    public static Optional<SimilarityTransform> leastSquares(List<Point> from, List<Point> to) {
        if (from.size() != to.size() || from.size() < 2) {
            throw new IllegalArgumentException("points: expected at least two, and as many to go to, found %s and %s"
                    .formatted(from.size(), to.size()));
        }
        Point fromMean = mean(from);
        Point toMean = mean(to);
        double squares = 0;
        double along = 0;
        double across = 0;
        for (int i = 0; i < from.size(); i++) {
            double ux = from.get(i).x() - fromMean.x();
            double uy = from.get(i).y() - fromMean.y();
            double vx = to.get(i).x() - toMean.x();
            double vy = to.get(i).y() - toMean.y();
            squares += ux * ux + uy * uy;
            along += ux * vx + uy * vy;
            across += ux * vy - uy * vx;
        }
        double a = along / squares;
        double b = across / squares;
        double dx = toMean.x() - a * fromMean.x() + b * fromMean.y();
        double dy = toMean.y() - b * fromMean.x() - a * fromMean.y();
        return isTransform(a, b, dx, dy) ? Optional.of(new SimilarityTransform(a, b, dx, dy)) : Optional.empty();
    }

    private static boolean isTransform(double a, double b, double dx, double dy) {
        double scale = Math.hypot(a, b);
        return scale > 0 && Double.isFinite(scale + dx + dy);
    }

    private static Point mean(List<Point> points) {
        return new Point(points.stream().mapToDouble(Point::x).average().orElseThrow(),
                points.stream().mapToDouble(Point::y).average().orElseThrow());
    }

    /** Where a point goes. */
    public Point apply(Point point) {
        return new Point(a * point.x() - b * point.y() + dx, b * point.x() + a * point.y() + dy);
    }

    /** How many times longer distances become. */
    public double scale() {
        return Math.hypot(a, b);
    }

    /** By how much directions turn, in degrees, clockwise as seen, above -180 and at most 180. */
    public double degrees() {
        return Math.toDegrees(Math.atan2(b, a));
    }
}
