package org.faceunlock.demo.people;

import static org.faceunlock.demo.people.Smooth.mix;
import static org.faceunlock.demo.people.Smooth.step;

import java.util.SplittableRandom;

/** Pictures of nothing in particular: noise, surfaces, pages of invented letters. */
final class Patterns {

    private Patterns() {
    }

    static void noise(Brush brush, SplittableRandom random) {
        double scale = 2 + 300 * random.nextDouble() * random.nextDouble();
        double colourful = random.nextDouble();
        double strength = 0.2 + 0.8 * random.nextDouble();
        int seed = random.nextInt();
        brush.everywhere((x, y) -> {
            double grey = Noise.at(scale * x, scale * y, seed);
            return new Colour(level(grey, Noise.at(scale * x, scale * y, seed + 1), colourful, strength),
                    level(grey, Noise.at(scale * x, scale * y, seed + 2), colourful, strength),
                    level(grey, Noise.at(scale * x, scale * y, seed + 3), colourful, strength));
        });
    }

    private static double level(double grey, double own, double colourful, double strength) {
        double value = 0.5 + 0.5 * strength * mix(grey, own, colourful);
        return 0.9 * value * value;
    }

    static void texture(Brush brush, SplittableRandom random) {
        Colour one = Colour.hue(random.nextDouble(), 0.6 * random.nextDouble(), 0.1 + 0.6 * random.nextDouble());
        Colour two = random.nextBoolean() ? one.times(0.3 + 0.5 * random.nextDouble())
                : Colour.hue(random.nextDouble(), 0.6 * random.nextDouble(), 0.1 + 0.6 * random.nextDouble());
        double size = 0.02 + 0.14 * random.nextDouble();
        int seed = random.nextInt();
        Brush.Tint tint = switch (random.nextInt(5)) {
            case 0 -> (x, y) -> one.mix(two, wood(x / size, y / size, seed));
            case 1 -> (x, y) -> one.mix(two, bricks(x / size, y / size, seed));
            case 2 -> (x, y) -> one.mix(two, 0.5 + 0.5 * StrictMath.sin(6 * x / size) * StrictMath.sin(6 * y / size));
            case 3 -> (x, y) -> one.mix(two, Smooth.unit(0.5 + Noise.fractal(x / size, y / size, 5, seed)));
            default -> (x, y) -> one.mix(two, step(0.35, 0.4, cells(x / size, y / size, seed)));
        };
        brush.everywhere(tint);
    }

    private static double wood(double x, double y, int seed) {
        double ring = 3 * x + 2.5 * Noise.fractal(0.5 * x, 0.12 * y, 3, seed);
        return 0.5 + 0.35 * StrictMath.sin(6 * ring) + 0.15 * Noise.at(18 * x, 0.8 * y, seed);
    }

    private static double bricks(double x, double y, int seed) {
        int row = (int) Math.floor(2 * y);
        double along = x + 0.5 * (row & 1);
        int column = (int) Math.floor(along);
        double u = along - column;
        double v = 2 * y - row;
        double joint = Math.min(Math.min(u, 1 - u) * 2, Math.min(v, 1 - v));
        return step(0.03, 0.09, joint) * (0.75 + 0.25 * Noise.value(column, row, 0, seed))
                * (0.9 + 0.1 * Noise.at(9 * x, 9 * y, seed));
    }

    /** Distance to the nearest of points strewn one to a cell. */
    private static double cells(double x, double y, int seed) {
        int ix = (int) Math.floor(x);
        int iy = (int) Math.floor(y);
        double nearest = 9;
        for (int j = iy - 1; j <= iy + 1; j++) {
            for (int i = ix - 1; i <= ix + 1; i++) {
                double dx = i + 0.5 + 0.4 * Noise.value(i, j, 1, seed) - x;
                double dy = j + 0.5 + 0.4 * Noise.value(i, j, 2, seed) - y;
                nearest = Math.min(nearest, Math.sqrt(dx * dx + dy * dy));
            }
        }
        return nearest;
    }

    static void text(Brush brush, SplittableRandom random) {
        boolean dark = random.nextDouble() < 0.25;
        Colour paper = Colour.hue(random.nextDouble(), 0.1 * random.nextDouble(), dark ? 0.05 : 0.6
                + 0.35 * random.nextDouble());
        Colour ink = dark ? Colour.grey(0.7)
                : Colour.hue(random.nextDouble(), 0.6 * random.nextDouble(), 0.02 + 0.1 * random.nextDouble());
        brush.rect(0, 0, brush.aspect, 1, paper);
        double size = 0.018 + 0.09 * random.nextDouble() * random.nextDouble();
        double margin = 0.02 + 0.1 * random.nextDouble();
        for (double y = margin; y < 1 - margin; y += 2 * size) {
            double end = brush.aspect - margin
                    - (random.nextDouble() < 0.25 ? brush.aspect * 0.6 * random.nextDouble() : 0);
            for (double x = margin; x < end; x += 0.85 * size) {
                if (random.nextDouble() > 0.17) {
                    letter(brush, random, x, y, size, ink);
                }
            }
        }
    }

    /** A few strokes between the corners of a grid, which the eye takes for a letter of an unknown script. */
    private static void letter(Brush brush, SplittableRandom random, double x, double y, double size, Colour ink) {
        int strokes = 2 + random.nextInt(3);
        int at = random.nextInt(6);
        for (int i = 0; i < strokes; i++) {
            int to = (at + 1 + random.nextInt(5)) % 6;
            brush.stroke(x + 0.6 * size * (at % 2), y + 0.6 * size * (at / 2), x + 0.6 * size * (to % 2), y
                    + 0.6 * size * (to / 2), 0.13 * size, ink);
            at = to;
        }
    }
}
