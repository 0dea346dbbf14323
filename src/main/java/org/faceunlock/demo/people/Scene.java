package org.faceunlock.demo.people;

import java.util.SplittableRandom;

/**
 * Where and how a photo is taken.
 *
 * @param backdrop what lies behind
 * @param seed decides everything about the backdrop
 * @param width of the photo in pixels
 * @param height of the photo in pixels
 * @param defocus how blurred the backdrop is, sigma as a share of the photo's height
 * @param lighting the light on the people
 * @param capture camera and file
 */
public record Scene(Backdrop backdrop, long seed, int width, int height, double defocus, Lighting lighting,
        Capture capture) {

    private static final int LARGEST = 8192;

    public Scene {
        if (width < 1 || height < 1 || width > LARGEST || height > LARGEST) {
            throw new IllegalArgumentException("scene: expected 1 to %s pixels a side, found %sx%s".formatted(LARGEST,
                    width, height));
        }
        if (!(defocus >= 0 && defocus <= 0.2)) {
            throw new IllegalArgumentException("scene: expected a defocus of 0 to 0.2, found " + defocus);
        }
    }

    /** A place that people can stand in, by chance. */
    public static Scene random(long seed, int width, int height) {
        SplittableRandom random = new SplittableRandom(seed ^ 0x5ce7e0L);
        Backdrop backdrop = Backdrop.portrait(random.nextDouble());
        return drawn(backdrop, random, seed, width, height);
    }

    /** A picture for nobody to stand in, by chance: a scene, noise, a texture or text. */
    public static Scene empty(long seed, int width, int height) {
        SplittableRandom random = new SplittableRandom(seed ^ 0xe59e7aL);
        Backdrop backdrop = Backdrop.any(random.nextDouble());
        return drawn(backdrop, random, seed, width, height);
    }

    private static Scene drawn(Backdrop backdrop, SplittableRandom random, long seed, int width, int height) {
        double far = random.nextDouble();
        double defocus = backdrop.suitsPortraits() ? 0.002 + 0.022 * far * far : 0.004 * far * far;
        double azimuth = 75 * (2 * random.nextDouble() - 1) * (0.4 + 0.6 * random.nextDouble());
        Lighting lighting = new Lighting(azimuth, 8 + 46 * random.nextDouble(), 0.7 + 0.5 * random.nextDouble(),
                0.28 + 0.34 * random.nextDouble(), 1.4 * random.nextDouble() - 0.6, random.nextDouble());
        double age = random.nextDouble();
        double scale = Math.min(width, height) / 320.0;
        Capture capture = new Capture(0.25 + scale * 0.7 * age * age * random.nextDouble(), 0.05
                + 0.45 * age * age * random.nextDouble(),
                0.9 * random.nextDouble() - 0.5, 1.2 * random.nextDouble() - 0.6, 97
                - (int) (50 * age * random.nextDouble()));
        return new Scene(backdrop, seed, width, height, defocus, lighting, capture);
    }

    /** The same place with another camera. */
    public Scene with(Capture other) {
        return new Scene(backdrop, seed, width, height, defocus, lighting, other);
    }

    /** The same place in another light. */
    public Scene with(Lighting other) {
        return new Scene(backdrop, seed, width, height, defocus, other, capture);
    }
}
