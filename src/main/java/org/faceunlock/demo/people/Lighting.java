package org.faceunlock.demo.people;

/**
 * The light of a scene: one main light, and light from all around.
 *
 * @param azimuth where the main light stands, degrees: 0 behind the camera, 90 to the right of the picture
 * @param elevation how high it stands, degrees
 * @param key strength of the main light, 1 as usual
 * @param ambient strength of the light from all around, 0.4 as usual
 * @param warmth colour of the main light, -1 blue to 1 amber
 * @param hardness 0 a large window to 1 bare sun
 */
public record Lighting(double azimuth, double elevation, double key, double ambient, double warmth, double hardness) {

    /** Daylight from a large window, a little from the left and above. */
    public static final Lighting STUDIO = new Lighting(-32, 34, 1, 0.42, 0.1, 0.35);

    public Lighting {
        if (!(Math.abs(azimuth) <= 180 && Math.abs(elevation) <= 90 && key >= 0 && key <= 4 && ambient >= 0
                && ambient <= 2 && Math.abs(warmth) <= 1 && hardness >= 0 && hardness <= 1)) {
            throw new IllegalArgumentException(
                    ("lighting: expected azimuth -180..180, elevation -90..90, key 0..4, ambient 0..2, "
                    + "warmth -1..1, hardness 0..1, found %s, %s, %s, %s, %s, %s")
                            .formatted(azimuth, elevation, key, ambient, warmth, hardness));
        }
    }
}
