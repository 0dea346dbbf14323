package org.faceunlock.demo.people;

import static org.faceunlock.demo.people.Smooth.bell;
import static org.faceunlock.demo.people.Smooth.step;

/**
 * Builds and paints what a person wears on the shoulders: a round or pointed neckline, plain, striped or checked cloth.
 */
final class Clothes {

    private static final int ROWS = 26;
    private static final int COLUMNS = 72;

    private final int seed;
    private final double shoulder;
    private final Colour colour;
    private final Colour second;
    private final int pattern;
    private final double depth;
    private final double point;

    /**
     * @param seed decides cut, colour and pattern
     * @param shoulder half the width of the shoulders in centimetres
     */
    Clothes(int seed, double shoulder) {
        this.seed = seed;
        this.shoulder = shoulder;
        double hue = 0.5 + 0.5 * Noise.value(1, 0, 0, seed);
        double strong = 0.12 + 0.6 * (0.5 + 0.5 * Noise.value(2, 0, 0, seed));
        double bright = 0.5 + 0.5 * Noise.value(3, 0, 0, seed);
        this.colour = Colour.hue(hue, strong * strong + 0.05, 0.03 + 0.62 * bright * bright);
        this.second = Colour.hue(hue + 0.3 * Noise.value(4, 0, 0, seed), 0.25, 0.08
                + 0.5 * (0.5 + 0.5 * Noise.value(5, 0, 0, seed)));
        this.pattern = Math.floorMod(Noise.hash(6, 0, 0, seed), 7);
        this.depth = 0.4 + 0.4 * Noise.value(7, 0, 0, seed);
        this.point = Math.max(0, Noise.value(8, 0, 0, seed));
    }

    void addTo(Mesh mesh, Body body) {
        int first = mesh.vertices();
        for (int r = 0; r < ROWS; r++) {
            for (int c = 0; c <= COLUMNS; c++) {
                double angle = 360.0 * c / COLUMNS - 180;
                double sin = StrictMath.sin(StrictMath.toRadians(angle));
                double cos = StrictMath.cos(StrictMath.toRadians(angle));
                double front = Math.max(0, cos);
                double collar = 14.35 + depth * front + 2.4 * point * front * front * front * front * front * front;
                double t = r / (ROWS - 1.0);
                double row = Smooth.mix(collar, HeadShape.LAST - 0.6, t * (0.35 + 0.65 * t));
                vertex(mesh, body, body.shape.ring(row), sin, cos, r);
            }
        }
        mesh.sheet(first, ROWS, COLUMNS + 1, Material.CLOTH);
    }

    private void vertex(Mesh mesh, Body body, HeadShape.Ring ring, double sin, double cos, int row) {
        double x = ring.x(sin);
        double y = ring.y(cos);
        double z = ring.z(cos);
        double fold = 0.35 * Noise.at(0.35 * x + 0.15 * y, 0.16 * y, seed)
                + 0.18 * Noise.at(0.9 * x + 0.5 * y, 0.4 * y, seed + 1);
        double off = row == 0 ? 0.05 : row == 1 ? 0.32 : 0.42 + fold * step(0, 6, row);
        double scale = off / Math.max(3, Math.sqrt(x * x + z * z));
        body.place(mesh, x * (1 + scale), y + 0.3 * off, z * (1 + scale), 0, x, y, row);
    }

    void paint(Surface s) {
        double weave = 1 + 0.06 * Noise.at(9 * s.lx, 9 * s.ly, seed);
        s.colour(colour);
        double stripe = switch (pattern) {
            case 1 -> step(0.4, 0.5, Math.abs(s.ly / 3.2 - Math.floor(s.ly / 3.2) - 0.5) + 0.15);
            case 2 -> 0.5 * step(0.3, 0.36, Math.abs(s.ly / 3 - Math.floor(s.ly / 3) - 0.5))
                    + 0.5 * step(0.3, 0.36, Math.abs(s.lx / 3 - Math.floor(s.lx / 3) - 0.5));
            case 3 -> step(0.42, 0.46, Math.abs(s.lx / 1.1 - Math.floor(s.lx / 1.1) - 0.5));
            default -> 0;
        };
        s.blend(second, stripe);
        s.darken(weave * (s.lz < 1.6 ? 0.82 : 1));
        s.gloss = 0.05;
        s.wet = 0;
        s.soft = 0.35;
        double sleeve = Math.abs(s.lx) - 0.8 * shoulder - 0.05 * (s.ly + 24);
        double crease = bell(sleeve * sleeve / (sleeve < 0 ? 5 : 0.5)) * step(-19.5, -25, s.ly);
        s.open = (step(-13.5, -18.5, s.ly) * 0.35 + 0.65) * (1 - 0.5 * crease);
    }

    /** Ribbed wool for a woollen hat, plain cloth for a cap. */
    void knit(Surface s, Colour wool, boolean ribbed) {
        s.colour(wool);
        double rib = ribbed ? 0.16 * StrictMath.sin(s.lx * 58) + 0.08 * StrictMath.sin(s.ly * 14)
                : 0.03 * Noise.at(30 * s.lx, 6 * s.ly, seed);
        s.darken(1 + rib);
        s.gloss = 0.04;
        s.wet = 0;
        s.soft = 0.4;
        s.open = 0.85;
    }
}
