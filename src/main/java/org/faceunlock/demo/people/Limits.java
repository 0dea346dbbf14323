package org.faceunlock.demo.people;

/**
 * How far shots drawn by chance may vary.
 *
 * @param yaw largest turn to either side, degrees
 * @param pitch largest nod up or down, degrees
 * @param roll largest tilt to either side, degrees
 * @param smallestFace least height of a face box in pixels
 * @param largestFace greatest height of a face box in pixels; never more than 0.8 of the picture
 * @param accessories how likely glasses, hats and beards are, 0 to 1
 */
public record Limits(double yaw, double pitch, double roll, double smallestFace, double largestFace,
        double accessories) {

    /** Yaw within 30, pitch and roll within 20 degrees, faces of 40 to 400 pixels. */
    public static final Limits WIDE = new Limits(30, 20, 20, 40, 400, 0.5);
    /** Nearly frontal portraits for a folder of photos that a person looks at. */
    public static final Limits PORTRAIT = new Limits(22, 10, 9, 120, 400, 0.35);

    public Limits {
        if (!(yaw >= 0 && yaw <= 80 && pitch >= 0 && pitch <= 50 && roll >= 0 && roll <= 80 && smallestFace >= 8
                && largestFace >= smallestFace && accessories >= 0 && accessories <= 1)) {
            throw new IllegalArgumentException(
                    ("limits: expected yaw 0..80, pitch 0..50, roll 0..80, 8 <= smallest <= largest face, "
                    + "accessories 0..1, found %s, %s, %s, %s, %s, %s")
                            .formatted(yaw, pitch, roll, smallestFace, largestFace, accessories));
        }
    }
}
