package org.faceunlock.demo.people;

import static org.faceunlock.demo.people.Smooth.bell;
import static org.faceunlock.demo.people.Smooth.mix;

/** Builds both ears: shells with a rolled rim and a hollow, standing out of the head. */
final class Ears {

    private static final int RINGS = 9;
    private static final int STEPS = 26;

    private final Body body;

    Ears(Body body) {
        this.body = body;
    }

    void addTo(Mesh mesh) {
        ear(mesh, -1);
        ear(mesh, 1);
    }

    private void ear(Mesh mesh, int side) {
        HeadTraits head = body.face.identity.head();
        double rootX = body.shape.ring(6).sideX() - 0.35;
        double half = 3.05 * head.ear();
        double out = StrictMath.sin(head.earAngle());
        double back = StrictMath.cos(head.earAngle());
        int first = mesh.vertices();
        for (int r = 0; r <= RINGS; r++) {
            double radius = r / (double) RINGS;
            for (int s = 0; s <= STEPS; s++) {
                double angle = 2 * Math.PI * s / STEPS * side;
                double up = StrictMath.cos(angle);
                double across = StrictMath.sin(angle) * side;
                double width = 0.56 * half * mix(0.86, 1.05, (up + 1) / 2);
                double a = width * (across * radius + 0.72);
                double b = half * up * radius * (up < 0 ? 0.82 : 1);
                double lift = rim(radius, up, across);
                double x = rootX + a * out + lift * back;
                double y = -1.5 + b - 0.16 * a;
                double z = -0.4 - a * back + 0.22 * b + lift * out;
                body.place(mesh, side * x, y, z, 1, side * x, y, radius);
            }
        }
        mesh.sheet(first, RINGS + 1, STEPS + 1, Material.EAR);
    }

    private static double rim(double radius, double up, double across) {
        double helix = 0.42 * bell((radius - 0.86) * (radius - 0.86) / 0.05)
                * Smooth.step(-0.9, 0.1, up + 0.4 * across);
        double antihelix = 0.3 * bell((radius - 0.5) * (radius - 0.5) / 0.06)
                * Smooth.step(-0.4, 0.4, across + 0.2 * up);
        double hollow = -0.35 * bell(radius * across + 0.3, radius * up + 0.12, 0.42, 0.4);
        return helix + antihelix + hollow - 0.25 * radius * radius;
    }
}
