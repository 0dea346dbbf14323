package org.faceunlock.demo.people;

import static org.faceunlock.demo.people.Smooth.step;

import java.util.function.DoubleUnaryOperator;

/**
 * Paints simple shapes on a canvas. Lengths are shares of the canvas's height, y down, so that a scene looks the same
 * at every size; edges are one pixel soft.
 */
final class Brush {

    final double aspect;
    private final Canvas canvas;
    private final double pixel;

    Brush(Canvas canvas) {
        this.canvas = canvas;
        this.pixel = 1.0 / canvas.height;
        this.aspect = canvas.width / (double) canvas.height;
    }

    /**
     * Fills each column of pixels from a height, which depends on where the column is, down to the foot of the canvas.
     */
    void ridge(DoubleUnaryOperator height, Colour colour) {
        for (int x = 0; x < canvas.width; x++) {
            double top = height.applyAsDouble((x + 0.5) * pixel);
            for (int y = first(top); y < canvas.height; y++) {
                canvas.blend(x, y, colour, overlap(y, top, 2));
            }
        }
    }

    /** Says the colour of a place; the place is given like all lengths here. */
    @FunctionalInterface
    interface Tint {
        Colour at(double x, double y);
    }

    void everywhere(Tint tint) {
        for (int y = 0; y < canvas.height; y++) {
            for (int x = 0; x < canvas.width; x++) {
                canvas.blend(x, y, tint.at((x + 0.5) * pixel, (y + 0.5) * pixel), 1);
            }
        }
    }

    void rect(double x1, double y1, double x2, double y2, Colour colour) {
        for (int y = first(y1); y <= last(y2, canvas.height); y++) {
            double down = overlap(y, y1, y2);
            for (int x = first(x1); x <= last(x2, canvas.width); x++) {
                canvas.blend(x, y, colour, down * overlap(x, x1, x2));
            }
        }
    }

    /** An ellipse; {@code soft} is how wide its edge fades, as a share of its radius. */
    void disc(double cx, double cy, double rx, double ry, Colour colour, double share, double soft) {
        double fade = Math.max(soft, 1.2 * pixel / Math.max(1e-6, Math.min(rx, ry)));
        double reach = 1 + fade;
        for (int y = first(cy - ry * reach); y <= last(cy + ry * reach, canvas.height); y++) {
            double v = ((y + 0.5) * pixel - cy) / ry;
            for (int x = first(cx - rx * reach); x <= last(cx + rx * reach, canvas.width); x++) {
                double u = ((x + 0.5) * pixel - cx) / rx;
                double r = Math.sqrt(u * u + v * v);
                if (r < 1 + 0.5 * fade) {
                    canvas.blend(x, y, colour, share * step(1 + 0.5 * fade, 1 - 0.5 * fade, r));
                }
            }
        }
    }

    /** A straight stroke with round ends. */
    void stroke(double x1, double y1, double x2, double y2, double width, Colour colour) {
        double half = width / 2;
        double length2 = (x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1) + 1e-12;
        for (int y = first(Math.min(y1, y2) - half); y <= last(Math.max(y1, y2) + half, canvas.height); y++) {
            for (int x = first(Math.min(x1, x2) - half); x <= last(Math.max(x1, x2) + half, canvas.width); x++) {
                double px = (x + 0.5) * pixel - x1;
                double py = (y + 0.5) * pixel - y1;
                double t = Smooth.unit((px * (x2 - x1) + py * (y2 - y1)) / length2);
                double dx = px - t * (x2 - x1);
                double dy = py - t * (y2 - y1);
                double distance = Math.sqrt(dx * dx + dy * dy);
                canvas.blend(x, y, colour, Smooth.unit((half - distance) / pixel + 0.5));
            }
        }
    }

    private int first(double from) {
        return Math.max(0, (int) Math.floor(from / pixel));
    }

    private int last(double to, int limit) {
        return Math.min(limit - 1, (int) Math.floor(to / pixel));
    }

    private double overlap(int cell, double from, double to) {
        return Smooth.unit(Math.min((cell + 1) * pixel, to) / pixel - Math.max(cell * pixel, from) / pixel);
    }
}
