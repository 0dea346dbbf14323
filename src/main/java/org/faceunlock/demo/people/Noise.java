package org.faceunlock.demo.people;

/** Repeatable smooth noise from integer hashes; values from -1 to 1. */
final class Noise {

    private Noise() {
    }

    /** A well-mixed 32-bit hash of three lattice coordinates and a seed. */
    static int hash(int x, int y, int z, int seed) {
        int h = seed ^ x * 0x8da6b343 ^ y * 0xd8163841 ^ z * 0xcb1ab31f;
        h ^= h >>> 15;
        h *= 0x2c1b3c6d;
        h ^= h >>> 12;
        h *= 0x297a2d39;
        return h ^ h >>> 15;
    }

    /** A hash as a value from -1 to 1. */
    static double value(int x, int y, int z, int seed) {
        return hash(x, y, z, seed) * 0x1p-31;
    }

    /** Value noise in the plane with quintic blending; one bump per unit. */
    static double at(double x, double y, int seed) {
        int ix = floor(x);
        int iy = floor(y);
        double u = fade(x - ix);
        double v = fade(y - iy);
        double low = Smooth.mix(value(ix, iy, 0, seed), value(ix + 1, iy, 0, seed), u);
        double high = Smooth.mix(value(ix, iy + 1, 0, seed), value(ix + 1, iy + 1, 0, seed), u);
        return Smooth.mix(low, high, v);
    }

    /** Value noise in space with quintic blending; one bump per unit. */
    static double at(double x, double y, double z, int seed) {
        int iz = floor(z);
        double w = fade(z - iz);
        return Smooth.mix(slice(x, y, iz, seed), slice(x, y, iz + 1, seed), w);
    }

    /** Octaves of {@link #at(double, double, int)}, each twice as fine and half as strong. */
    static double fractal(double x, double y, int octaves, int seed) {
        double sum = 0;
        double weight = 0.5;
        for (int octave = 0; octave < octaves; octave++) {
            sum += weight * at(x, y, seed + octave * 0x3c6ef35f);
            x *= 2.03;
            y *= 2.03;
            weight *= 0.5;
        }
        return sum;
    }

    private static double slice(double x, double y, int iz, int seed) {
        int ix = floor(x);
        int iy = floor(y);
        double u = fade(x - ix);
        double v = fade(y - iy);
        double low = Smooth.mix(value(ix, iy, iz, seed), value(ix + 1, iy, iz, seed), u);
        double high = Smooth.mix(value(ix, iy + 1, iz, seed), value(ix + 1, iy + 1, iz, seed), u);
        return Smooth.mix(low, high, v);
    }

    private static double fade(double t) {
        return t * t * t * (t * (t * 6 - 15) + 10);
    }

    private static int floor(double value) {
        int truncated = (int) value;
        return value < truncated ? truncated - 1 : truncated;
    }
}
