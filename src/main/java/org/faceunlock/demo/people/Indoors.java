package org.faceunlock.demo.people;

import static org.faceunlock.demo.people.Smooth.mix;

import java.util.SplittableRandom;

/** Backdrops inside a house. */
final class Indoors {

    private Indoors() {
    }

    static void studio(Brush brush, SplittableRandom random) {
        Colour light = Colour.hue(random.nextDouble(), 0.25 * random.nextDouble(), 0.25 + 0.5 * random.nextDouble());
        Colour dark = light.times(0.25 + 0.4 * random.nextDouble());
        double cx = brush.aspect * random.nextDouble();
        double cy = random.nextDouble();
        int seed = random.nextInt();
        brush.everywhere((x, y) -> {
            double r = Math.sqrt((x - cx) * (x - cx) + (y - cy) * (y - cy));
            return light.mix(dark, Smooth.unit(r / 1.1 + 0.08 * Noise.fractal(3 * x, 3 * y, 3, seed)));
        });
    }

    static void wall(Brush brush, SplittableRandom random) {
        paintWall(brush, random);
        int pictures = 1 + random.nextInt(4);
        for (int i = 0; i < pictures; i++) {
            picture(brush, random, brush.aspect * random.nextDouble(), 0.08 + 0.4 * random.nextDouble());
        }
        if (random.nextBoolean()) {
            plant(brush, random, brush.aspect * (random.nextBoolean() ? 0.1 : 0.9), 0.95);
        }
    }

    static void room(Brush brush, SplittableRandom random) {
        paintWall(brush, random);
        double floor = 0.72 + 0.15 * random.nextDouble();
        Colour wood = new Colour(0.30, 0.19, 0.11).times(0.4 + random.nextDouble());
        brush.rect(0, floor, brush.aspect, 1.1, wood);
        brush.rect(0, floor - 0.02, brush.aspect, floor, Colour.grey(0.6));
        double x = brush.aspect * random.nextDouble();
        if (random.nextBoolean()) {
            double width = 0.3 + 0.2 * random.nextDouble();
            brush.rect(x - 0.02, 0.06, x + width + 0.02, 0.6, Colour.grey(0.7));
            brush.rect(x, 0.08, x + width, 0.58, new Colour(1.3, 1.45, 1.6).times(0.6 + 0.6 * random.nextDouble()));
            brush.rect(x + width / 2 - 0.008, 0.08, x + width / 2 + 0.008, 0.58, Colour.grey(0.7));
        } else {
            picture(brush, random, x, 0.15);
        }
        Colour sofa = Colour.hue(random.nextDouble(), 0.5 * random.nextDouble(), 0.08 + 0.3 * random.nextDouble());
        double left = brush.aspect * (random.nextDouble() - 0.3);
        brush.rect(left, floor - 0.22, left + 0.8, floor + 0.05, sofa);
        brush.rect(left + 0.04, floor - 0.12, left + 0.76, floor + 0.03, sofa.times(1.3));
        lamp(brush, brush.aspect * random.nextDouble(), 0.3 + 0.2 * random.nextDouble(), floor);
    }

    static void window(Brush brush, SplittableRandom random) {
        paintWall(brush, random);
        double left = brush.aspect * 0.12 * random.nextDouble();
        double right = brush.aspect * (0.86 + 0.12 * random.nextDouble());
        Colour sky = new Colour(0.75, 0.9, 1.1).times(0.8 + 0.5 * random.nextDouble());
        brush.rect(left, 0.05, right, 0.85, sky);
        int leaves = 60 + random.nextInt(120);
        for (int i = 0; i < leaves; i++) {
            double r = 0.02 + 0.05 * random.nextDouble();
            Colour leaf = new Colour(0.12, 0.26, 0.07).times(0.5 + 1.6 * random.nextDouble());
            brush.disc(mix(left, right, random.nextDouble()), 0.85 - 0.45 * random.nextDouble() * random.nextDouble(),
                    r, r, leaf, 0.8, 0.3);
        }
        int panes = 2 + random.nextInt(3);
        for (int i = 0; i <= panes; i++) {
            double x = mix(left, right, i / (double) panes);
            brush.rect(x - 0.014, 0.03, x + 0.014, 0.87, Colour.grey(0.62));
        }
        brush.rect(left, 0.42, right, 0.44, Colour.grey(0.62));
        brush.rect(left - 0.02, 0.85, right + 0.02, 0.89, Colour.grey(0.66));
        Colour cloth = Colour.hue(random.nextDouble(), 0.4 * random.nextDouble(), 0.25 + 0.5 * random.nextDouble());
        for (double x = 0; x < 0.16; x += 0.02) {
            brush.rect(left - 0.03 + x, 0, left - 0.01 + x, 1, cloth.times(0.75 + 0.5 * random.nextDouble()));
            brush.rect(right + 0.01 - x, 0, right + 0.03 - x, 1, cloth.times(0.75 + 0.5 * random.nextDouble()));
        }
    }

    static void bookshelf(Brush brush, SplittableRandom random) {
        Colour wood = new Colour(0.26, 0.15, 0.08).times(0.5 + 1.3 * random.nextDouble());
        brush.rect(0, 0, brush.aspect, 1, wood.times(0.35));
        double board = 0.19 + 0.08 * random.nextDouble();
        double phase = board * random.nextDouble();
        for (double shelf = phase; shelf < 1 + board; shelf += board) {
            double x = -0.02;
            while (x < brush.aspect) {
                double thick = 0.012 + 0.03 * random.nextDouble();
                double tall = board * (0.6 + 0.3 * random.nextDouble());
                Colour spine = Colour.hue(random.nextDouble(), 0.75 * random.nextDouble(), 0.04
                        + 0.45 * random.nextDouble());
                if (random.nextDouble() < 0.93) {
                    brush.rect(x, shelf - tall, x + thick - 0.002, shelf, spine);
                    double label = shelf - tall * (0.6 + 0.3 * random.nextDouble());
                    brush.rect(x + 0.003, label, x + thick - 0.005, label + 0.012, spine.mix(Colour.grey(0.8), 0.6));
                }
                x += thick;
            }
            brush.rect(0, shelf, brush.aspect, shelf + 0.018, wood);
        }
    }

    private static void paintWall(Brush brush, SplittableRandom random) {
        Colour paint = Colour.hue(random.nextDouble(), 0.3 * random.nextDouble(), 0.2 + 0.5 * random.nextDouble());
        double slope = 0.7 * (random.nextDouble() - 0.5);
        int seed = random.nextInt();
        brush.everywhere((x, y) -> paint.times(1 + slope * (x / brush.aspect - 0.5) - 0.25 * (y - 0.4)
                + 0.04 * Noise.fractal(4 * x, 4 * y, 3, seed)));
    }

    private static void picture(Brush brush, SplittableRandom random, double x, double y) {
        double w = 0.12 + 0.2 * random.nextDouble();
        double h = 0.12 + 0.2 * random.nextDouble();
        Colour frame = random.nextBoolean() ? Colour.grey(0.03) : new Colour(0.45, 0.3, 0.15);
        brush.rect(x + 0.008, y + 0.012, x + w + 0.014, y + h + 0.018, Colour.grey(0.08));
        brush.rect(x, y, x + w, y + h, frame);
        brush.rect(x + 0.012, y + 0.012, x + w - 0.012, y + h - 0.012, Colour.grey(0.75));
        Colour base = Colour.hue(random.nextDouble(), 0.6, 0.2 + 0.4 * random.nextDouble());
        brush.rect(x + 0.03, y + 0.03, x + w - 0.03, y + h - 0.03, base);
        for (int i = 0; i < 4; i++) {
            double left = mix(x + 0.03, x + w - 0.06, random.nextDouble());
            double top = mix(y + 0.03, y + h - 0.05, random.nextDouble());
            brush.rect(left, top, mix(left, x + w - 0.03, random.nextDouble()),
                    mix(top, y + h - 0.03, random.nextDouble()),
                    Colour.hue(random.nextDouble(), 0.6, 0.5 * random.nextDouble()));
        }
    }

    static void plant(Brush brush, SplittableRandom random, double x, double foot) {
        for (int i = 0; i < 70; i++) {
            double lean = random.nextDouble() - 0.5;
            double tall = 0.15 + 0.4 * random.nextDouble();
            Colour leaf = new Colour(0.07, 0.15, 0.05).times(0.5 + 1.5 * random.nextDouble());
            brush.stroke(x, foot, x + lean * tall, foot - tall, 0.008 + 0.012 * random.nextDouble(), leaf);
        }
    }

    private static void lamp(Brush brush, double x, double y, double floor) {
        brush.disc(x, y, 0.35, 0.35, new Colour(1, 0.75, 0.45), 0.25, 1);
        brush.rect(x - 0.006, y, x + 0.006, floor + 0.05, Colour.grey(0.05));
        brush.disc(x, y, 0.07, 0.055, new Colour(1.9, 1.5, 0.95), 1, 0.1);
    }
}
