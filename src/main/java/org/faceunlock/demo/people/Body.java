package org.faceunlock.demo.people;

import static org.faceunlock.demo.people.Smooth.step;

/**
 * Places head space into camera space: the head turns on the neck, the shoulders stay behind and only follow a little.
 *
 * <p>Also the surface of the head itself: the smooth shape with the relief of the features on it.
 */
final class Body {

    private static final double PIVOT_Y = -9;
    private static final double PIVOT_Z = -2.5;

    final FaceLayout face;
    final HeadShape shape;
    final FaceRelief relief;
    private final Rotation head;
    private final Rotation torso;

    Body(FaceLayout face, Pose pose) {
        this.face = face;
        this.shape = new HeadShape(face);
        this.relief = new FaceRelief(face);
        this.head = Rotation.of(pose);
        this.torso = Rotation.of(new Pose(0.35 * pose.yaw(), 0.1 * pose.pitch(), 0.12 * pose.roll()));
    }

    Rotation head() {
        return head;
    }

    /**
     * Adds a vertex given in head space; {@code hold} is 1 where it follows the head and 0 where it follows the
     * shoulders.
     */
    int place(Mesh mesh, double x, double y, double z, double hold, double lx, double ly, double lz) {
        double dy = y - PIVOT_Y;
        double dz = z - PIVOT_Z;
        double px = head.x(x, dy, dz);
        double py = head.y(x, dy, dz);
        double pz = head.z(x, dy, dz);
        if (hold < 1) {
            px = Smooth.mix(torso.x(x, dy, dz), px, hold);
            py = Smooth.mix(torso.y(x, dy, dz), py, hold);
            pz = Smooth.mix(torso.z(x, dy, dz), pz, hold);
        }
        return mesh.vertex(px, py + PIVOT_Y, pz + PIVOT_Z, lx, ly, lz);
    }

    /** Camera space of a point that follows the head: x, y, z. */
    double[] place(double x, double y, double z) {
        double dy = y - PIVOT_Y;
        double dz = z - PIVOT_Z;
        return new double[] {head.x(x, dy, dz), head.y(x, dy, dz) + PIVOT_Y, head.z(x, dy, dz) + PIVOT_Z};
    }

    /** How far a ring of the head shape follows the head. */
    static double hold(double row) {
        return 1 - step(11.2, 14.5, row);
    }

    /** How far a hanging thing at a height in head space follows the head. */
    static double holdAt(double y) {
        return step(-21, -12, y);
    }

    /** Distance of the face's surface from the head's axis at a place in the front view; meaningful within the face. */
    double surfaceZ(double x, double y) {
        double row = rowAt(x, y);
        HeadShape.Ring ring = shape.ring(row);
        double sin = Smooth.clamp(x / ring.sideX(), -0.98, 0.98);
        return ring.z(Math.sqrt(1 - sin * sin)) + relief.at(x, y);
    }

    private double rowAt(double x, double y) {
        double low = 2;
        double high = 11;
        for (int i = 0; i < 24; i++) {
            double middle = (low + high) / 2;
            HeadShape.Ring ring = shape.ring(middle);
            double sin = Smooth.clamp(x / ring.sideX(), -0.98, 0.98);
            if (ring.y(Math.sqrt(1 - sin * sin)) > y) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
