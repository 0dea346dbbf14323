package org.faceunlock.demo.people;

/**
 * How a head is turned, in degrees; all 0 looks straight into the camera.
 *
 * @param yaw to the right of the picture is positive
 * @param pitch upwards is positive
 * @param roll clockwise in the picture is positive
 */
public record Pose(double yaw, double pitch, double roll) {

    /** Straight into the camera. */
    public static final Pose FRONTAL = new Pose(0, 0, 0);

    public Pose {
        if (!(Math.abs(yaw) <= 90 && Math.abs(pitch) <= 60 && Math.abs(roll) <= 90)) {
            throw new IllegalArgumentException(
                    "pose: expected |yaw| <= 90, |pitch| <= 60, |roll| <= 90 degrees, found %s, %s, %s".formatted(yaw,
                    pitch, roll));
        }
    }
}
