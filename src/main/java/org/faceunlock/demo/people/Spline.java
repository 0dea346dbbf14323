package org.faceunlock.demo.people;

/** A Catmull-Rom curve through numbered values; between two numbers it is a cubic, beyond the ends it stays level. */
final class Spline {

    private final double[] knots;

    Spline(double... knots) {
        this.knots = knots.clone();
    }

    double at(double place) {
        double p = Smooth.clamp(place, 0, knots.length - 1);
        int i = Math.min((int) p, knots.length - 2);
        double t = p - i;
        double a = knots[Math.max(i - 1, 0)];
        double b = knots[i];
        double c = knots[i + 1];
        double d = knots[Math.min(i + 2, knots.length - 1)];
        return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
    }
}
