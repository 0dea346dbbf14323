package org.faceunlock.demo.people;

import static org.faceunlock.demo.people.Smooth.mix;
import static org.faceunlock.demo.people.Smooth.unit;

import java.util.Arrays;

/**
 * Strands of hair as ribbons that face the camera, lit along their length: bright where the light falls across a
 * strand, dark at the roots and in the depth of the hair.
 */
final class Strands {

    private final Body body;
    private final Mesh mesh;
    private final int first;
    private float[] opens = new float[4096];

    Strands(Mesh mesh, Body body) {
        this.mesh = mesh;
        this.body = body;
        this.first = mesh.vertices();
    }

    /** Adds a strand; {@code open} is how much light reaches it, 1 in the outermost layer. */
    void add(double[] path, double width, Colour colour, double open) {
        int points = path.length / 3;
        double[][] placed = new double[points][];
        for (int i = 0; i < points; i++) {
            placed[i] = place(path[3 * i], path[3 * i + 1], path[3 * i + 2]);
        }
        int before = mesh.vertices();
        for (int i = 0; i < points; i++) {
            ribbon(placed, i, width, colour, open);
        }
        for (int i = before; i + 3 < before + 2 * points; i += 2) {
            mesh.triangle(i, i + 1, i + 2, Material.HAIR);
            mesh.triangle(i + 1, i + 3, i + 2, Material.HAIR);
        }
    }

    private double[] place(double x, double y, double z) {
        double hold = Body.holdAt(y);
        int at = body.place(mesh, x, y, z, hold, 0, 0, 0);
        double[] placed = {mesh.position[3 * at], mesh.position[3 * at + 1], mesh.position[3 * at + 2]};
        mesh.dropVertex();
        return placed;
    }

    private void ribbon(double[][] placed, int i, double width, Colour colour, double open) {
        double[] from = placed[Math.max(0, i - 1)];
        double[] to = placed[Math.min(placed.length - 1, i + 1)];
        double tx = to[0] - from[0];
        double ty = to[1] - from[1];
        double tz = to[2] - from[2];
        double inverse = 1 / Math.sqrt(tx * tx + ty * ty + tz * tz + 1e-12);
        double t = i / (double) (placed.length - 1);
        double taper = 0.5 * width * (t < 0.6 ? 1 : mix(1, Math.min(0.25, 0.03 / width), (t - 0.6) / 0.4));
        double across = taper / Math.sqrt(tx * tx + ty * ty + 1e-9);
        double shade = mix(0.72, 1.12, t);
        for (int side = -1; side <= 1; side += 2) {
            int vertex = mesh.vertex(placed[i][0] - side * ty * across, placed[i][1] + side * tx * across, placed[i][2],
                    colour.red() * shade, colour.green() * shade, colour.blue() * shade * (1 - 0.06 * t));
            mesh.normal(vertex, tx * inverse, ty * inverse, tz * inverse);
        }
        opens = grow(opens, mesh.vertices() - first);
        opens[mesh.vertices() - first - 1] = (float) open;
        opens[mesh.vertices() - first - 2] = (float) open;
    }

    private static float[] grow(float[] values, int needed) {
        return needed <= values.length ? values : Arrays.copyOf(values, 2 * needed);
    }

    /** Replaces the reflectance at every vertex by the light it sends to the camera. */
    void light(Mesh mesh, LightRig light, ShadowMap shadows) {
        double[] centre = body.place(0, 1, -0.5);
        double[] out = new double[3];
        for (int v = first; v < mesh.vertices(); v += 2) {
            int at = 3 * v;
            double nx = mesh.position[at] - centre[0];
            double ny = 0.8 * (mesh.position[at + 1] - centre[1]);
            double nz = mesh.position[at + 2] - centre[2];
            double inverse = 1 / Math.sqrt(nx * nx + ny * ny + nz * nz);
            double lit = shadows.lit(mesh.position[at], mesh.position[at + 1], mesh.position[at + 2], nx * inverse,
                    ny * inverse, nz * inverse, 0.5);
            light.strand(mesh.normal[at], mesh.normal[at + 1], mesh.normal[at + 2], nx * inverse, ny * inverse,
                    nz * inverse, unit(0.15 + 0.85 * lit), opens[v - first], mesh.local, at, out);
            for (int k = 0; k < 3; k++) {
                mesh.local[at + k] = (float) out[k];
                mesh.local[at + 3 + k] = (float) out[k];
            }
        }
    }
}
