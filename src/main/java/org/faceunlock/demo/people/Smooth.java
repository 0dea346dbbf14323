package org.faceunlock.demo.people;

/** Soft steps, bells and blends in plain arithmetic, the same to the last bit on every machine. */
final class Smooth {

    private Smooth() {
    }

    /** The value, or the nearer end of 0 to 1. */
    static double unit(double value) {
        return value < 0 ? 0 : Math.min(value, 1);
    }

    static double clamp(double value, double low, double high) {
        return value < low ? low : Math.min(value, high);
    }

    static double mix(double from, double to, double share) {
        return from + (to - from) * share;
    }

    /** 0 below {@code low}, 1 above {@code high}, a cubic between; falls when {@code low > high}. */
    static double step(double low, double high, double value) {
        double t = unit((value - low) / (high - low));
        return t * t * (3 - 2 * t);
    }

    /** A bell of the squared distance: 1 at 0, 0 from 1 on, smooth at both. */
    static double bell(double squaredDistance) {
        if (squaredDistance >= 1) {
            return 0;
        }
        double t = 1 - squaredDistance;
        return t * t * t;
    }

    /** {@link #bell} around a point, with a radius along each axis. */
    static double bell(double dx, double dy, double rx, double ry) {
        double u = dx / rx;
        double v = dy / ry;
        return bell(u * u + v * v);
    }

    /** An odd S-shaped curve from -1 to 1 with slope 1 at 0; algebraic, so exactly repeatable. */
    static double squash(double value) {
        return value / Math.sqrt(1 + value * value);
    }

    /** A standard normal value carried to 0..1, close to uniform. */
    static double uniform(double normal) {
        return 0.5 + 0.5 * squash(0.9 * normal);
    }

    /** How much of a pixel of width {@code footprint} lies on the positive side of an edge at signed distance. */
    static double cover(double distance, double footprint) {
        return step(-0.6 * footprint, 0.6 * footprint, distance);
    }
}
