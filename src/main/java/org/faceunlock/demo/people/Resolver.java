package org.faceunlock.demo.people;

import java.util.Arrays;

/**
 * Turns the samples of a pixel into its colour: what is of one material is averaged and shaded once. Not thread-safe.
 */
final class Resolver {

    private static final int VALUES = 9;

    private final Mesh mesh;
    private final Visibility seen;
    private final int fineness;
    private final Shader shader;
    private final Surface surface = new Surface();
    private final int[] counts = new int[Material.values().length];
    private final double[][] sums = new double[Material.values().length][VALUES];
    private final double[] shaded = new double[3];
    private final double footprint;

    Resolver(Mesh mesh, Visibility seen, int fineness, Shader shader, double footprint) {
        this.mesh = mesh;
        this.seen = seen;
        this.fineness = fineness;
        this.shader = shader;
        this.footprint = footprint;
    }

    void resolve(int x, int y, Canvas canvas, int canvasY) {
        int covered = gather(x, y);
        if (covered == 0) {
            return;
        }
        double red = 0;
        double green = 0;
        double blue = 0;
        for (int m = 0; m < counts.length; m++) {
            if (counts[m] > 0) {
                surfaceOf(m);
                shader.shade(Material.of(m), surface, shaded);
                red += shaded[0] * counts[m];
                green += shaded[1] * counts[m];
                blue += shaded[2] * counts[m];
            }
        }
        canvas.blend(x, canvasY, red / covered, green / covered, blue / covered,
                covered / (double) (fineness * fineness));
    }

    private int gather(int x, int y) {
        Arrays.fill(counts, 0);
        int covered = 0;
        for (int j = 0; j < fineness; j++) {
            int at = (y * fineness + j) * seen.width + x * fineness;
            for (int i = 0; i < fineness; i++, at++) {
                int t = seen.triangle[at];
                if (t != Visibility.NOTHING) {
                    add(t, seen.second[at], seen.third[at]);
                    covered++;
                }
            }
        }
        return covered;
    }

    private void add(int t, float v, float w) {
        int made = mesh.material[t];
        double[] sum = sums[made];
        if (counts[made]++ == 0) {
            Arrays.fill(sum, 0);
        }
        float u = 1 - v - w;
        int a = 3 * mesh.corners[3 * t];
        int b = 3 * mesh.corners[3 * t + 1];
        int c = 3 * mesh.corners[3 * t + 2];
        for (int k = 0; k < 3; k++) {
            sum[k] += u * mesh.position[a + k] + v * mesh.position[b + k] + w * mesh.position[c + k];
            sum[3 + k] += u * mesh.normal[a + k] + v * mesh.normal[b + k] + w * mesh.normal[c + k];
            sum[6 + k] += u * mesh.local[a + k] + v * mesh.local[b + k] + w * mesh.local[c + k];
        }
    }

    private void surfaceOf(int made) {
        double[] sum = sums[made];
        double share = 1.0 / counts[made];
        Surface s = surface;
        s.footprint = footprint;
        s.px = sum[0] * share;
        s.py = sum[1] * share;
        s.pz = sum[2] * share;
        double length = Math.sqrt(sum[3] * sum[3] + sum[4] * sum[4] + sum[5] * sum[5]) + 1e-9;
        double facing = sum[5] < -0.2 * length && made != Material.SKIN.ordinal() ? -1 : 1;
        s.nx = facing * sum[3] / length;
        s.ny = facing * sum[4] / length;
        s.nz = facing * sum[5] / length;
        s.lx = sum[6] * share;
        s.ly = sum[7] * share;
        s.lz = sum[8] * share;
    }
}
