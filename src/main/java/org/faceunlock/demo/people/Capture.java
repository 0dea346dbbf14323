package org.faceunlock.demo.people;

/**
 * What camera and file do to a photo.
 *
 * @param blur of the lens, sigma in pixels
 * @param noise of the sensor, 0 none, 1 a telephone at night
 * @param exposure in stops, 0 as metered
 * @param warmth white balance, -1 too blue to 1 too yellow
 * @param jpegQuality 1 to 99, or 100 for no compression at all
 */
public record Capture(double blur, double noise, double exposure, double warmth, int jpegQuality) {

    /** A good camera, nothing compressed. */
    public static final Capture CLEAN = new Capture(0.5, 0.1, 0, 0, 100);

    public Capture {
        if (!(blur >= 0 && blur <= 20 && noise >= 0 && noise <= 2 && Math.abs(exposure) <= 3 && Math.abs(warmth) <= 1
                && jpegQuality >= 1 && jpegQuality <= 100)) {
            throw new IllegalArgumentException(
                    ("capture: expected blur 0..20, noise 0..2, exposure -3..3, warmth -1..1, JPEG quality 1..100, "
                            + "found %s, %s, %s, %s, %s")
                            .formatted(blur, noise, exposure, warmth, jpegQuality));
        }
    }
}
