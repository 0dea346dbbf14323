package org.faceunlock.demo.people;

import java.util.SplittableRandom;

/**
 * What one person does and wears in one photo, and where in it they are.
 *
 * @param pose how the head is turned
 * @param expression what the face does
 * @param accessories what is worn on the head
 * @param clothes a seed for what is worn below
 * @param framing where the face lies
 */
public record Shot(Pose pose, Expression expression, Accessories accessories, int clothes, Framing framing) {

    /** A portrait as chance has it, the face somewhere near the middle of a picture of this size. */
    public static Shot random(Identity identity, long seed, int width, int height, Limits limits) {
        SplittableRandom random = new SplittableRandom(seed ^ 0x5407L);
        Pose pose = pose(random, limits);
        Expression expression = expression(random);
        Accessories accessories = accessories(random, identity, limits.accessories());
        double largest = Math.min(limits.largestFace(), 0.8 * Math.min(height, width * 1.2));
        double smallest = Math.min(limits.smallestFace(), largest);
        double size = smallest * StrictMath.pow(largest / smallest, random.nextDouble());
        double roomX = Math.max(0, width - 1.05 * size) / 2;
        double roomY = Math.max(0, height - 1.3 * size) / 2;
        double x = width / 2.0 + 0.8 * roomX * (2 * random.nextDouble() - 1);
        double y = height / 2.0 + 0.06 * size + 0.6 * roomY * (2 * random.nextDouble() - 1);
        return new Shot(pose, expression, accessories, random.nextInt(), new Framing(x, y, size));
    }

    /** The same shot with the face elsewhere or of another size. */
    public Shot framed(Framing other) {
        return new Shot(pose, expression, accessories, clothes, other);
    }

    /** The same shot with other things worn. */
    public Shot wearing(Accessories other) {
        return new Shot(pose, expression, other, clothes, framing);
    }

    /** Turned and tilted by chance: small angles are likelier than large ones. */
    static Pose pose(SplittableRandom random, Limits limits) {
        return new Pose(limits.yaw() * around(random), limits.pitch() * around(random), limits.roll() * around(random));
    }

    private static double around(SplittableRandom random) {
        return random.nextDouble() + random.nextDouble() - 1;
    }

    static Expression expression(SplittableRandom random) {
        double smile = random.nextDouble() < 0.55 ? 0.15 + 0.85 * random.nextDouble() : -0.2 * random.nextDouble();
        double open = random.nextDouble() < 0.22 ? 0.7 * random.nextDouble() : 0;
        return new Expression(smile, open, 0.7 * around(random), 0.82 + 0.26 * random.nextDouble(),
                0.8 * around(random), 0.5 * around(random));
    }

    private static Accessories accessories(SplittableRandom random, Identity identity, double likely) {
        boolean wears = random.nextDouble() < 0.55 * likely;
        Glasses glasses = wears ? Glasses.any(random.nextDouble()) : Glasses.NONE;
        Hat hat = random.nextDouble() < 0.28 * likely ? Hat.any(random.nextDouble()) : Hat.NONE;
        boolean bearded = random.nextDouble() < 0.9 * likely && identity.male() > 0.65;
        double beard = bearded ? 0.2 + 4.2 * random.nextDouble() * random.nextDouble() : 0;
        double moustache = identity.male() > 0.65 && random.nextDouble() < (bearded ? 0.85 : 0.1 * likely) ? 0.5
                + 0.5 * random.nextDouble() : 0;
        return new Accessories(glasses, hat, beard, moustache);
    }
}
