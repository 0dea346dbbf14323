package org.faceunlock.geometry;

/**
 * An upright rectangle in a photo: x1, y1 is its upper left corner, x2, y2 its lower right one, in pixels, end
 * exclusive.
 *
 * <p>A detector may place a box partly outside the photo; nothing here clips it.
 *
 * @param x1 left edge
 * @param y1 upper edge
 * @param x2 right edge, at least {@code x1}
 * @param y2 lower edge, at least {@code y1}
 */
public record Box(double x1, double y1, double x2, double y2) {

    public Box {
        if (!(x2 >= x1 && y2 >= y1) || Double.isInfinite(x2 - x1) || Double.isInfinite(y2 - y1)) {
            throw new IllegalArgumentException(
                    "box: expected finite x1 <= x2 and y1 <= y2, found [%s, %s, %s, %s]".formatted(x1, y1, x2, y2));
        }
    }

    /** In pixels. */
    public double width() {
        return x2 - x1;
    }

    /** In pixels. */
    public double height() {
        return y2 - y1;
    }

    /** In square pixels. */
    public double area() {
        return width() * height();
    }

    /** Halfway between the edges. */
    public Point centre() {
        return new Point((x1 + x2) / 2, (y1 + y2) / 2);
    }
}
