package org.faceunlock.plot;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves square markers apart until no two overlap, each near its anchor, none beyond the area.
 *
 * <p>Markers of one point start around it; neighbours share the way; what stays in conflict takes the nearest free
 * place, and where no place is free it stays; then each goes back towards its anchor as far as the others let it. The
 * same points always give the same places.
 */
final class MarkerPlacement {

    private static final int ROUNDS = 300;
    /** How many markers are moved at most; more would not fit beside one another. */
    static final int MOST = 200;
    private static final int RETURNS = 60;
    private static final double RETURN_SHARE = 0.08;
    private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

    private final Rectangle2D area;
    private final double side;
    private final List<Point2D> anchors;
    private final double[] x;
    private final double[] y;

    private MarkerPlacement(List<Point2D> anchors, double side, Rectangle2D area) {
        this.anchors = anchors;
        this.area = area;
        this.side = side;
        this.x = anchors.stream().mapToDouble(Point2D::getX).toArray();
        this.y = anchors.stream().mapToDouble(Point2D::getY).toArray();
    }

    /**
     * Centres for the markers, in the order of the anchors; beyond {@link #MOST} the anchors themselves.
     *
     * @param anchors where the markers belong
     * @param side of a marker with the space around it, in units
     * @param area that holds every marker whole
     */
    static List<Point2D> apart(List<Point2D> anchors, double side, Rectangle2D area) {
        if (anchors.size() > MOST) {
            return List.copyOf(anchors);
        }
        MarkerPlacement placement = new MarkerPlacement(anchors, side, area);
        placement.spreadCoincident();
        placement.separate();
        placement.placeInFreeSpace();
        placement.pullBack();
        List<Point2D> places = new ArrayList<>();
        for (int index = 0; index < anchors.size(); index++) {
            places.add(new Point2D.Double(placement.x[index], placement.y[index]));
        }
        return places;
    }

    private void spreadCoincident() {
        for (int index = 0; index < x.length; index++) {
            Point2D anchor = anchors.get(index);
            long before = anchors.subList(0, index).stream().filter(other -> other.distance(anchor) < 1).count();
            x[index] += 0.6 * side * Math.sqrt(before) * Math.cos(GOLDEN_ANGLE * before);
            y[index] += 0.6 * side * Math.sqrt(before) * Math.sin(GOLDEN_ANGLE * before);
        }
    }

    /** In small steps taken in turn, so that two that were separated stay as far from their anchors as one another. */
    private void pullBack() {
        for (int pass = 0; pass < RETURNS; pass++) {
            for (int index = 0; index < x.length; index++) {
                double tryX = x[index] + RETURN_SHARE * (clampX(anchors.get(index).getX()) - x[index]);
                double tryY = y[index] + RETURN_SHARE * (clampY(anchors.get(index).getY()) - y[index]);
                if (isFree(index, tryX, tryY)) {
                    x[index] = tryX;
                    y[index] = tryY;
                }
            }
        }
    }

    private void separate() {
        boolean moved = true;
        for (int round = 0; moved && round < ROUNDS; round++) {
            moved = false;
            for (int one = 0; one < x.length; one++) {
                for (int other = one + 1; other < x.length; other++) {
                    moved |= separate(one, other);
                }
            }
        }
    }

    private boolean separate(int one, int other) {
        double dx = x[other] - x[one];
        double dy = y[other] - y[one];
        double overX = side - Math.abs(dx);
        double overY = side - Math.abs(dy);
        if (overX <= 1e-9 || overY <= 1e-9) {
            return false;
        }
        if (Math.abs(dx) + Math.abs(dy) < 1e-9) {
            dx = Math.cos(GOLDEN_ANGLE * other);
            dy = Math.sin(GOLDEN_ANGLE * other);
        }
        if (overX <= overY) {
            double step = Math.copySign(overX * 0.51, dx);
            x[one] = clampX(x[one] - step);
            x[other] = clampX(x[other] + step);
        } else {
            double step = Math.copySign(overY * 0.51, dy);
            y[one] = clampY(y[one] - step);
            y[other] = clampY(y[other] + step);
        }
        return true;
    }

    private void placeInFreeSpace() {
        for (int index = 0; index < x.length; index++) {
            x[index] = clampX(x[index]);
            y[index] = clampY(y[index]);
            if (!isFree(index, x[index], y[index])) {
                takeNearestFree(index);
            }
        }
    }

    private void takeNearestFree(int index) {
        double startX = x[index];
        double startY = y[index];
        double reach = Math.hypot(area.getWidth(), area.getHeight());
        for (int step = 1; side / 5 * Math.sqrt(step) < reach; step++) {
            double radius = side / 5 * Math.sqrt(step);
            double tryX = clampX(startX + radius * Math.cos(GOLDEN_ANGLE * step));
            double tryY = clampY(startY + radius * Math.sin(GOLDEN_ANGLE * step));
            if (isFree(index, tryX, tryY)) {
                x[index] = tryX;
                y[index] = tryY;
                return;
            }
        }
    }

    private boolean isFree(int index, double atX, double atY) {
        for (int other = 0; other < x.length; other++) {
            if (other != index && Math.abs(x[other] - atX) < side - 0.5 && Math.abs(y[other] - atY) < side - 0.5) {
                return false;
            }
        }
        return true;
    }

    private double clampX(double value) {
        return Math.max(area.getMinX() + side / 2, Math.min(area.getMaxX() - side / 2, value));
    }

    private double clampY(double value) {
        return Math.max(area.getMinY() + side / 2, Math.min(area.getMaxY() - side / 2, value));
    }
}
