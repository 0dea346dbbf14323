package org.faceunlock.demo.people;

import static org.faceunlock.demo.people.Smooth.mix;
import static org.faceunlock.demo.people.Smooth.step;

import java.util.SplittableRandom;

/** Backdrops under the sky. */
final class Outdoors {

    private Outdoors() {
    }

    static void garden(Brush brush, SplittableRandom random) {
        heaven(brush, random);
        double horizon = 0.25 + 0.3 * random.nextDouble();
        Colour green = new Colour(0.16 + 0.1 * random.nextDouble(), 0.24, 0.06);
        brush.rect(0, horizon, brush.aspect, 1, green.times(0.6));
        for (int i = 0; i < 420; i++) {
            double depth = random.nextDouble();
            double r = mix(0.015, 0.07, random.nextDouble() * depth);
            double y = horizon - 0.22 + (1.22 - horizon) * depth;
            Colour leaf = green.times(0.3 + 1.4 * random.nextDouble() * random.nextDouble(), 0.3
                    + 1.3 * random.nextDouble(), 0.6);
            brush.disc(brush.aspect * random.nextDouble(), y, r, r * (0.6 + 0.6 * random.nextDouble()), leaf, 0.85,
                    0.35);
        }
        int lights = random.nextInt(26);
        for (int i = 0; i < lights; i++) {
            double r = 0.012 + 0.02 * random.nextDouble();
            brush.disc(brush.aspect * random.nextDouble(), 0.75 * random.nextDouble(), r, r, new Colour(1.1, 1.15, 0.7),
                    0.5, 0.1);
        }
        int flowers = random.nextInt(40);
        Colour petal = Colour.hue(random.nextDouble(), 0.75, 0.7);
        for (int i = 0; i < flowers; i++) {
            double r = 0.008 + 0.012 * random.nextDouble();
            brush.disc(brush.aspect * random.nextDouble(), mix(horizon + 0.1, 1, random.nextDouble()), r, r, petal, 0.9,
                    0.2);
        }
    }

    static void sky(Brush brush, SplittableRandom random) {
        heaven(brush, random);
        double horizon = 0.72 + 0.25 * random.nextDouble();
        int seed = random.nextInt();
        for (int ridge = 0; ridge < 3; ridge++) {
            double base = horizon - 0.12 + 0.09 * ridge;
            Colour hill = new Colour(0.22, 0.30, 0.34).mix(new Colour(0.08, 0.13, 0.04), ridge / 2.0);
            double shift = 7.0 * ridge;
            brush.ridge(x -> base + 0.14 * Noise.fractal(1.6 * x + shift, 0, 4, seed), hill);
        }
    }

    static void street(Brush brush, SplittableRandom random) {
        heaven(brush, random);
        double ground = 0.78 + 0.15 * random.nextDouble();
        double x = -0.1;
        while (x < brush.aspect) {
            double width = 0.18 + 0.3 * random.nextDouble();
            house(brush, random, x, width, 0.25 * random.nextDouble(), ground);
            x += width;
        }
        brush.rect(0, ground, brush.aspect, 1, Colour.grey(0.12 + 0.15 * random.nextDouble()));
        brush.rect(0, ground, brush.aspect, ground + 0.02, Colour.grey(0.4));
        int lights = random.nextInt(16);
        for (int i = 0; i < lights; i++) {
            double r = 0.01 + 0.02 * random.nextDouble();
            Colour glow = random.nextBoolean() ? new Colour(1.6, 1.2, 0.6) : new Colour(1.4, 0.3, 0.2);
            brush.disc(brush.aspect * random.nextDouble(), mix(0.45, 0.95, random.nextDouble()), r, r, glow, 0.7, 0.15);
        }
        int walkers = random.nextInt(4);
        for (int i = 0; i < walkers; i++) {
            double at = brush.aspect * random.nextDouble();
            Colour coat = Colour.hue(random.nextDouble(), 0.4, 0.04 + 0.2 * random.nextDouble());
            brush.rect(at - 0.02, ground - 0.13, at + 0.02, ground + 0.03, coat);
        }
    }

    private static void house(Brush brush, SplittableRandom random, double x, double width, double top, double ground) {
        Colour wall = Colour.hue(0.02 + 0.12 * random.nextDouble(), 0.45 * random.nextDouble(), 0.12
                + 0.45 * random.nextDouble());
        brush.rect(x, top, x + width, ground, wall);
        Colour glass = new Colour(0.12, 0.16, 0.2).times(0.4 + 2 * random.nextDouble());
        double storey = 0.09 + 0.05 * random.nextDouble();
        int windows = 2 + random.nextInt(4);
        for (double y = top + 0.03; y < ground - storey; y += storey) {
            for (int i = 0; i < windows; i++) {
                double wx = x + width * (i + 0.22) / windows;
                boolean lit = random.nextDouble() < 0.15;
                brush.rect(wx - 0.004, y - 0.004, wx + 0.56 * width / windows + 0.004, y + 0.62 * storey + 0.004,
                        wall.times(1.3));
                brush.rect(wx, y, wx + 0.56 * width / windows, y + 0.62 * storey, lit ? new Colour(1.2, 0.9, 0.45)
                        : glass);
            }
        }
    }

    private static void heaven(Brush brush, SplittableRandom random) {
        double cloudy = random.nextDouble();
        Colour high = new Colour(0.14, 0.32, 0.72).mix(Colour.grey(0.62), cloudy);
        Colour low = new Colour(0.62, 0.76, 0.92)
                .mix(new Colour(1.0, 0.72, 0.5), 0.5 * random.nextDouble() * random.nextDouble());
        int seed = random.nextInt();
        brush.everywhere((x, y) -> {
            double cloud = step(0.0, 0.5, Noise.fractal(2.2 * x, 4.5 * y, 4, seed) + 0.35 * cloudy - 0.1);
            return high.mix(low, Smooth.unit(1.5 * y)).mix(Colour.grey(0.92), 0.8 * cloud);
        });
    }
}
