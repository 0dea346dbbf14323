package org.faceunlock.demo.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VisibilityTest {

    private static final int SIDE = 61;

    @Test
    void theNearestTriangleShowsAtEverySample() {
        compare(triangles(4000, 12, new SplittableRandom(3)));
    }

    @Test
    void whatIsHiddenByEarlierTrianglesChangesNothing() {
        Scene wall = new Scene();
        wall.triangle(-200, -200, 5, 400, -200, 5, 20, 400, 5);
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 3000; i++) {
            wall.small(random, 3, 10 * random.nextDouble());
        }
        compare(wall);
    }

    @Test
    void thinTrianglesKeepTheirSamples() {
        Scene strands = new Scene();
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 300; i++) {
            double x = SIDE * random.nextDouble();
            double y = SIDE * random.nextDouble();
            double dx = 30 * random.nextDouble() - 15;
            double dy = 30 * random.nextDouble() - 15;
            strands.triangle(x, y, i, x + 1.2, y, i, x + dx, y + dy, i + 0.5);
        }
        compare(strands);
    }

    private static void compare(Scene scene) {
        Visibility seen = new Visibility(SIDE, SIDE);
        seen.clear();
        seen.draw(scene.mesh, scene.screen(), 0);
        int same = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int at = y * SIDE + x;
                int nearest = scene.nearest(x + 0.5, y + 0.5);
                same += seen.triangle[at] == nearest ? 1 : 0;
                if (seen.triangle[at] == nearest && nearest != Visibility.NOTHING) {
                    assertThat(seen.depth[at]).isCloseTo((float) scene.depth(nearest, x + 0.5, y + 0.5), within(1e-3f));
                }
            }
        }
        assertThat(same).as("samples that show the right triangle").isGreaterThan(SIDE * SIDE - 8); // ties at edges
    }

    private static Scene triangles(int count, double size, SplittableRandom random) {
        Scene scene = new Scene();
        for (int i = 0; i < count; i++) {
            scene.small(random, size, 100 * random.nextDouble());
        }
        return scene;
    }

    /** Triangles whose coordinates are those of the samples, and the plain way to tell which shows. */
    private static final class Scene {

        private final Mesh mesh = new Mesh();

        void small(SplittableRandom random, double size, double depth) {
            double x = SIDE * random.nextDouble();
            double y = SIDE * random.nextDouble();
            triangle(x, y, depth, x + size * random.nextDouble(), y + size * random.nextDouble(), depth + 1,
                    x - size * random.nextDouble(), y + size * random.nextDouble(), depth - 1);
        }

        void triangle(double... corners) {
            int first = mesh.vertices();
            for (int i = 0; i < 9; i += 3) {
                mesh.vertex(corners[i], corners[i + 1], corners[i + 2], 0, 0, 0);
            }
            mesh.triangle(first, first + 1, first + 2, Material.SKIN);
        }

        float[] screen() {
            return mesh.position;
        }

        int nearest(double x, double y) {
            int nearest = Visibility.NOTHING;
            for (int t = 0; t < mesh.triangles(); t++) {
                double depth = depth(t, x, y);
                if (!Double.isNaN(depth) && (nearest == Visibility.NOTHING || depth > depth(nearest, x, y))) {
                    nearest = t;
                }
            }
            return nearest;
        }

        /** Depth of a triangle at a place, not a number outside of it. */
        double depth(int t, double x, double y) {
            float[] p = mesh.position;
            int a = 9 * t;
            double area = cross(p, a, a + 3, p[a + 6], p[a + 7]);
            double u = cross(p, a + 3, a + 6, x, y) / area;
            double v = cross(p, a + 6, a, x, y) / area;
            double w = 1 - u - v;
            return u < 0 || v < 0 || w < 0 ? Double.NaN : u * p[a + 2] + v * p[a + 5] + w * p[a + 8];
        }

        private static double cross(float[] p, int from, int to, double x, double y) {
            return ((double) p[to] - p[from]) * (y - p[from + 1]) - (x - p[from]) * ((double) p[to + 1] - p[from + 1]);
        }
    }
}
