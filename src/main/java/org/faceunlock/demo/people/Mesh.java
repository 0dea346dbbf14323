package org.faceunlock.demo.people;

import java.util.Arrays;

/**
 * Triangles in camera space: centimetres, x right, y up, z towards the camera. Grows while it is built; not
 * thread-safe.
 *
 * <p>Each vertex carries a position, a normal and three local values, whose meaning depends on the material: the place
 * on the head for skin, the finished colour for hair.
 */
final class Mesh {

    /** Room for most people from the start. */
    private static final int USUAL = 1 << 16;

    float[] position = new float[3 * USUAL];
    float[] normal = new float[3 * USUAL];
    float[] local = new float[3 * USUAL];
    int[] corners = new int[3 * USUAL];
    byte[] material = new byte[USUAL];
    private int vertices;
    private int triangles;

    int vertices() {
        return vertices;
    }

    int triangles() {
        return triangles;
    }

    int vertex(double x, double y, double z, double lx, double ly, double lz) {
        int at = 3 * vertices;
        if (at == position.length) {
            position = Arrays.copyOf(position, 2 * at);
            normal = Arrays.copyOf(normal, 2 * at);
            local = Arrays.copyOf(local, 2 * at);
        }
        set(position, at, x, y, z);
        set(local, at, lx, ly, lz);
        return vertices++;
    }

    /** Takes the last vertex back. */
    void dropVertex() {
        vertices--;
    }

    void normal(int vertex, double x, double y, double z) {
        set(normal, 3 * vertex, x, y, z);
    }

    void triangle(int a, int b, int c, Material made) {
        if (triangles == material.length) {
            material = Arrays.copyOf(material, 2 * triangles);
            corners = Arrays.copyOf(corners, 6 * triangles);
        }
        corners[3 * triangles] = a;
        corners[3 * triangles + 1] = b;
        corners[3 * triangles + 2] = c;
        material[triangles++] = (byte) made.ordinal();
    }

    /** Joins {@code rows * columns} vertices, laid row by row from {@code first}, into a sheet with smooth normals. */
    void sheet(int first, int rows, int columns, Material made) {
        int firstTriangle = triangles;
        for (int r = 0; r + 1 < rows; r++) {
            for (int c = 0; c + 1 < columns; c++) {
                int a = first + r * columns + c;
                triangle(a, a + columns, a + 1, made);
                triangle(a + 1, a + columns, a + columns + 1, made);
            }
        }
        smooth(first, firstTriangle);
    }

    /** Normals as the mean of the faces around a vertex, weighted by their area. */
    void smooth(int firstVertex, int firstTriangle) {
        Arrays.fill(normal, 3 * firstVertex, 3 * vertices, 0);
        for (int t = firstTriangle; t < triangles; t++) {
            addFaceNormal(3 * corners[3 * t], 3 * corners[3 * t + 1], 3 * corners[3 * t + 2]);
        }
        for (int at = 3 * firstVertex; at < 3 * vertices; at += 3) {
            double length = Math.sqrt(normal[at] * normal[at] + normal[at + 1] * normal[at + 1]
                    + normal[at + 2] * normal[at + 2]);
            float scale = length > 0 ? (float) (1 / length) : 0;
            normal[at] *= scale;
            normal[at + 1] *= scale;
            normal[at + 2] *= scale;
        }
    }

    private void addFaceNormal(int a, int b, int c) {
        float[] p = position;
        float ux = p[b] - p[a];
        float uy = p[b + 1] - p[a + 1];
        float uz = p[b + 2] - p[a + 2];
        float vx = p[c] - p[a];
        float vy = p[c + 1] - p[a + 1];
        float vz = p[c + 2] - p[a + 2];
        float nx = uy * vz - uz * vy;
        float ny = uz * vx - ux * vz;
        float nz = ux * vy - uy * vx;
        for (int at : new int[] {a, b, c}) {
            normal[at] += nx;
            normal[at + 1] += ny;
            normal[at + 2] += nz;
        }
    }

    private static void set(float[] values, int at, double x, double y, double z) {
        values[at] = (float) x;
        values[at + 1] = (float) y;
        values[at + 2] = (float) z;
    }
}
