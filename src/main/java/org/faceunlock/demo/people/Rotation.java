package org.faceunlock.demo.people;

/** A turn in space: x to the right of the picture, y up, z towards the camera. */
final class Rotation {

    private final double[] m;

    private Rotation(double... m) {
        this.m = m;
    }

    /** First the nod, then the turn, then the tilt in the picture plane, so that roll is what the picture shows. */
    static Rotation of(Pose pose) {
        return aroundZ(-pose.roll()).after(aroundY(pose.yaw())).after(aroundX(-pose.pitch()));
    }

    static Rotation aroundX(double degrees) {
        double c = cos(degrees);
        double s = sin(degrees);
        return new Rotation(1, 0, 0, 0, c, -s, 0, s, c);
    }

    static Rotation aroundY(double degrees) {
        double c = cos(degrees);
        double s = sin(degrees);
        return new Rotation(c, 0, s, 0, 1, 0, -s, 0, c);
    }

    static Rotation aroundZ(double degrees) {
        double c = cos(degrees);
        double s = sin(degrees);
        return new Rotation(c, -s, 0, s, c, 0, 0, 0, 1);
    }

    /** The other turn first, then this one. */
    Rotation after(Rotation first) {
        double[] product = new double[9];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                product[3 * i + j] = m[3 * i] * first.m[j] + m[3 * i + 1] * first.m[3 + j]
                        + m[3 * i + 2] * first.m[6 + j];
            }
        }
        return new Rotation(product);
    }

    double x(double x, double y, double z) {
        return m[0] * x + m[1] * y + m[2] * z;
    }

    double y(double x, double y, double z) {
        return m[3] * x + m[4] * y + m[5] * z;
    }

    double z(double x, double y, double z) {
        return m[6] * x + m[7] * y + m[8] * z;
    }

    private static double cos(double degrees) {
        return StrictMath.cos(StrictMath.toRadians(degrees));
    }

    private static double sin(double degrees) {
        return StrictMath.sin(StrictMath.toRadians(degrees));
    }
}
