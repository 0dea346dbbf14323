package org.faceunlock.demo.people;

import static org.faceunlock.demo.people.Smooth.mix;
import static org.faceunlock.demo.people.Smooth.step;

/** Builds glasses and hats around a head. */
final class Wearables {

    private static final int SIDES = 6;

    private final Mesh mesh;
    private final Body body;

    private Wearables(Mesh mesh, Body body) {
        this.mesh = mesh;
        this.body = body;
    }

    static void addTo(Mesh mesh, Body body, Accessories accessories) {
        Wearables wearables = new Wearables(mesh, body);
        if (accessories.glasses() != Glasses.NONE) {
            wearables.glasses(accessories.glasses());
        }
        if (accessories.hat() != Hat.NONE) {
            wearables.hat(accessories.hat());
        }
    }

    /** The ring of the head shape at which a hat ends; the angle is given by its cosine. */
    static double hatRing(double cos) {
        return cos > 0 ? mix(3.75, 3.02, cos * cos) : mix(3.75, 4.5, cos * cos);
    }

    private void glasses(Glasses glasses) {
        double eye = body.face.identity.eyes().spacing();
        double centre = Math.max(eye + 0.1, glasses.halfWidth() + 0.75);
        double plane = Math.max(body.surfaceZ(eye, 0) + 1.5, body.surfaceZ(0, 0.6) + 0.15);
        double ear = body.shape.ring(5).sideX() + 0.25;
        for (int side = -1; side <= 1; side += 2) {
            double[] rim = new double[3 * 37];
            for (int i = 0; i <= 36; i++) {
                double angle = 2 * Math.PI * i / 36;
                double x = centre + glasses.halfWidth() * power(StrictMath.cos(angle), 2 / glasses.power());
                double y = -0.25 + glasses.halfHeight() * power(StrictMath.sin(angle), 2 / glasses.power());
                put(rim, i, side * x, y, plane - 0.022 * x * x);
            }
            tube(rim, glasses.thickness());
            double hinge = centre + glasses.halfWidth();
            double[] temple = new double[3 * 5];
            put(temple, 0, side * (hinge - 0.05), 0.45, plane - 0.022 * hinge * hinge);
            put(temple, 1, side * mix(hinge, ear, 0.75), 0.5, plane - 2.4);
            put(temple, 2, side * ear, 0.5, 4);
            put(temple, 3, side * (ear + 0.1), 0.4, 0);
            put(temple, 4, side * ear, -0.8, -1.5);
            tube(temple, glasses.thickness() * 0.9);
        }
        double inner = centre - glasses.halfWidth();
        double[] bridge = new double[3 * 5];
        for (int i = 0; i < 5; i++) {
            double t = i / 2.0 - 1;
            put(bridge, i, t * (inner + 0.04), 0.45 + 0.22 * (1 - t * t), plane + 0.1 * (1 - t * t));
        }
        tube(bridge, glasses.thickness());
    }

    private static double power(double value, double exponent) {
        return Math.signum(value) * StrictMath.pow(Math.abs(value), exponent);
    }

    private static void put(double[] line, int i, double x, double y, double z) {
        line[3 * i] = x;
        line[3 * i + 1] = y;
        line[3 * i + 2] = z;
    }

    /** A bent rod of round section along points in head space. */
    private void tube(double[] line, double radius) {
        int points = line.length / 3;
        int first = mesh.vertices();
        for (int i = 0; i < points; i++) {
            int before = 3 * Math.max(0, i - 1);
            int after = 3 * Math.min(points - 1, i + 1);
            double tx = line[after] - line[before];
            double ty = line[after + 1] - line[before + 1];
            double tz = line[after + 2] - line[before + 2];
            boolean backwards = Math.abs(tz) > Math.abs(tx) + Math.abs(ty);
            double inverse = 1 / Math.sqrt(tx * tx + ty * ty + 1e-12);
            double ax = backwards ? 1 : -ty * inverse;
            double ay = backwards ? 0 : tx * inverse;
            circle(line, i, radius, ax, ay, backwards);
        }
        mesh.sheet(first, points, SIDES + 1, Material.FRAME);
    }

    /** One section of a rod: its second axis points up where the rod runs backwards, and forwards elsewhere. */
    private void circle(double[] line, int i, double radius, double ax, double ay, boolean backwards) {
        for (int s = 0; s <= SIDES; s++) {
            double angle = 2 * Math.PI * s / SIDES;
            double c = radius * StrictMath.cos(angle);
            double d = radius * StrictMath.sin(angle);
            body.place(mesh, line[3 * i] + c * ax, line[3 * i + 1] + c * ay + (backwards ? d : 0), line[3 * i + 2]
                    + (backwards ? 0 : d), 1, 0, 0, 0);
        }
    }

    private void hat(Hat hat) {
        int rows = 26;
        int columns = 64;
        int first = mesh.vertices();
        for (int r = 0; r <= rows; r++) {
            double t = r / (double) rows;
            for (int c = 0; c <= columns; c++) {
                double angle = 2 * Math.PI * c / columns - Math.PI;
                double sin = StrictMath.sin(angle);
                double cos = StrictMath.cos(angle);
                HeadShape.Ring ring = body.shape.ring(t * hatRing(cos));
                double cuff = hat.hasVisor() ? 0 : 0.28 * step(0.70, 0.74, t) * step(1.0, 0.97, t);
                double off = (0.75 + cuff + 0.25 * step(0, 0.5, t)) * step(1.04, 0.97, t);
                double x = ring.x(sin);
                double y = ring.y(cos);
                double z = ring.z(cos);
                double ny = 0.85 * step(0.9, 0.1, t);
                double inverse = 1 / Math.sqrt(x * x + z * z + 1);
                double slack = hat.hasVisor() ? 0 : 0.8 * step(0.5, 0, t);
                body.place(mesh, x + off * x * inverse, y + (off + slack) * ny, z + off * z * inverse, 1,
                        2 * angle / Math.PI, 6 * t, 0);
            }
        }
        mesh.sheet(first, rows + 1, columns + 1, Material.HAT);
        if (hat.hasVisor()) {
            visor();
        }
    }

    private void visor() {
        int first = mesh.vertices();
        for (int r = 0; r <= 8; r++) {
            double t = r / 8.0;
            for (int c = 0; c <= 20; c++) {
                double angle = Math.toRadians(-58 + 116 * c / 20.0);
                double sin = StrictMath.sin(angle);
                double cos = StrictMath.cos(angle);
                HeadShape.Ring ring = body.shape.ring(hatRing(cos) - 0.06);
                double reach = 6.2 * t * Math.sqrt(Math.max(0, 1 - (c / 10.0 - 1) * (c / 10.0 - 1)));
                body.place(mesh, ring.x(sin) * 1.07, ring.y(cos) + 0.3 - 0.1 * reach * t, ring.z(cos) * 1.06 + reach, 1,
                        angle, 6 * t, 0);
            }
        }
        mesh.sheet(first, 9, 21, Material.HAT);
    }
}
