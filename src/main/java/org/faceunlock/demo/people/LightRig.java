package org.faceunlock.demo.people;

import static org.faceunlock.demo.people.Smooth.mix;
import static org.faceunlock.demo.people.Smooth.unit;

/**
 * Turns a surface into light: soft diffuse light that creeps through skin, highlights, the sky above and the floor
 * below.
 */
final class LightRig {

    private final double kx;
    private final double ky;
    private final double kz;
    private final Colour key;
    private final Colour sky;
    private final Colour ground;
    private final double hardness;
    private final double hx;
    private final double hy;
    private final double hz;

    LightRig(Lighting lighting) {
        double azimuth = StrictMath.toRadians(lighting.azimuth());
        double elevation = StrictMath.toRadians(lighting.elevation());
        kx = StrictMath.sin(azimuth) * StrictMath.cos(elevation);
        ky = StrictMath.sin(elevation);
        kz = StrictMath.cos(azimuth) * StrictMath.cos(elevation);
        double w = lighting.warmth();
        key = new Colour(1 + 0.16 * w, 1, 1 - 0.26 * w).times(0.9 * lighting.key());
        sky = new Colour(1 - 0.06 * w, 1, 1 + 0.12 * w).times(0.98 * lighting.ambient());
        ground = new Colour(1.05, 0.95, 0.85).times(0.5 * lighting.ambient());
        hardness = lighting.hardness();
        double inverse = 1 / Math.sqrt(kx * kx + ky * ky + (kz + 1) * (kz + 1) + 1e-9);
        hx = kx * inverse;
        hy = ky * inverse;
        hz = (kz + 1) * inverse;
    }

    double keyX() {
        return kx;
    }

    double keyY() {
        return ky;
    }

    double keyZ() {
        return kz;
    }

    double hardness() {
        return hardness;
    }

    /** Lights a surface; {@code lit} is the share of the main light that reaches it. Writes red, green and blue. */
    void light(Surface s, double lit, double[] out) {
        double facing = s.nx * kx + s.ny * ky + s.nz * kz;
        double up = 0.5 + 0.5 * s.ny;
        double front = Math.max(0, s.nz);
        double half = Math.max(0, s.nx * hx + s.ny * hy + s.nz * hz);
        double h2 = half * half;
        double h8 = h2 * h2 * h2 * h2;
        double h32 = h8 * h8 * h8 * h8;
        double highlight = mix(0.32 * h8 * h2, 0.16 * h8 + 2.2 * h32 * h32, s.wet) * s.gloss * lit
                * unit(4 * facing + 0.4);
        double edge = 1 - front;
        double rim = 0.09 * edge * edge * edge * edge * s.open;
        double openRed = mix(s.open, Math.sqrt(s.open), 0.6 * s.soft);
        out[0] = channel(s.red, facing, 0.34 * s.soft, lit, 0.12 * s.soft, key.red(), sky.red(), ground.red(), up,
                front, openRed);
        out[1] = channel(s.green, facing, 0.17 * s.soft, lit, 0.03 * s.soft, key.green(), sky.green(), ground.green(),
                up, front, s.open);
        out[2] = channel(s.blue, facing, 0.12 * s.soft, lit, 0.02 * s.soft, key.blue(), sky.blue(), ground.blue(), up,
                front, s.open);
        out[0] += highlight * key.red() + rim * sky.red() + s.glow;
        out[1] += highlight * key.green() + rim * sky.green() + s.glow;
        out[2] += highlight * key.blue() + rim * sky.blue() + s.glow;
    }

    /**
     * Lights a strand of hair: t is its direction, n points out of the hair as a whole; reads the reflectance at {@code
     * at}.
     */
    void strand(double tx, double ty, double tz, double nx, double ny, double nz, double lit, double open,
            float[] albedo, int at, double[] out) {
        double along = tx * kx + ty * ky + tz * kz;
        double across = Math.sqrt(Math.max(0, 1 - along * along));
        double facing = nx * kx + ny * ky + nz * kz;
        double direct = lit * (0.25 * across + 0.75 * across * unit((facing + 0.3) / 1.3)) * open;
        double half = tx * hx + ty * hy + tz * hz;
        double shine = 1 - half * half;
        shine *= shine;
        shine *= shine;
        shine *= shine;
        double broad = shine * unit(facing + 0.35) * lit * open;
        double sharp = shine * shine * shine * broad;
        double around = (0.35 + 0.65 * (0.5 + 0.5 * ny)) * (0.55 + 0.45 * Math.max(0, nz)) * open;
        double grey = (albedo[at] + albedo[at + 1] + albedo[at + 2]) / 3;
        double[] keys = {key.red(), key.green(), key.blue()};
        double[] skies = {sky.red(), sky.green(), sky.blue()};
        for (int c = 0; c < 3; c++) {
            double a = albedo[at + c];
            out[c] = a * (keys[c] * (direct + 0.55 * broad) + skies[c] * around)
                    + keys[c] * sharp * (0.05 + 0.14 * grey) + 0.016 * skies[c] * around;
        }
    }

    /** One colour: light from the lamp that wraps around the edge into the shade, plus light from all around. */
    private static double channel(double albedo, double facing, double wrap, double lit, double creep, double key,
            double sky, double ground, double up, double front, double open) {
        double wrapped = unit((facing + wrap) / (1 + wrap));
        double direct = mix(creep, 1, lit) * wrapped * (0.35 + 0.65 * wrapped) * mix(1, open, 0.55);
        double around = mix(ground, sky, up) * (0.72 + 0.28 * front);
        return albedo * (key * direct + around * open);
    }
}
