package org.faceunlock.demo.people;

import static org.faceunlock.demo.people.Smooth.step;

/** Builds the skin of head and neck as one sheet of rings, finest in the face. */
final class HeadMesh {

    private final Body body;
    private final double detail;

    /** @param detail 1 for a portrait, less for a face of few pixels */
    HeadMesh(Body body, double detail) {
        this.body = body;
        this.detail = Smooth.clamp(detail, 0.3, 1.5);
    }

    void addTo(Mesh mesh) {
        double[] rows = rows();
        double[] angles = angles();
        double[] sin = new double[angles.length];
        double[] cos = new double[angles.length];
        for (int c = 0; c < angles.length; c++) {
            sin[c] = StrictMath.sin(StrictMath.toRadians(angles[c]));
            cos[c] = StrictMath.cos(StrictMath.toRadians(angles[c]));
        }
        int first = mesh.vertices();
        for (double row : rows) {
            HeadShape.Ring ring = body.shape.ring(row);
            double hold = Body.hold(row);
            for (int c = 0; c < angles.length; c++) {
                vertex(mesh, ring, sin[c], cos[c], row, hold);
            }
        }
        mesh.sheet(first, rows.length, angles.length, Material.SKIN);
    }

    private void vertex(Mesh mesh, HeadShape.Ring ring, double sin, double cos, double row, double hold) {
        double x = ring.x(sin);
        double y = ring.y(cos);
        double z = ring.z(cos);
        if (cos > 0.02 && row > 2 && row < 12) {
            z += body.relief.at(x, y) * step(0.02, 0.4, cos) * step(12, 10.8, row) * step(2, 3.4, row);
        }
        double under = 1 - 0.04 * step(14.6, 15.6, row);
        body.place(mesh, under * x, y - 6 * (1 - under), under * z, hold, x, y, z);
    }

    private double[] rows() {
        return concat(span(0, 3, 3), span(3, 4.2, 8), span(4.2, 10.8, 15), span(10.8, 14.4, 5), span(14.4, 17.6, 2),
                new double[] {17.6});
    }

    private double[] angles() {
        return concat(span(-180, -90, 1 / 8.0), span(-90, -44, 0.4), span(-44, 44, 1.15), span(44, 90, 0.4),
                span(90, 180, 1 / 8.0), new double[] {180});
    }

    /** Values from a start up to before an end, about so many per unit. */
    private double[] span(double from, double to, double density) {
        int count = Math.max(2, (int) Math.round((to - from) * density * detail));
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = from + (to - from) * i / count;
        }
        return values;
    }

    private static double[] concat(double[]... parts) {
        int length = 0;
        for (double[] part : parts) {
            length += part.length;
        }
        double[] all = new double[length];
        int at = 0;
        for (double[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
