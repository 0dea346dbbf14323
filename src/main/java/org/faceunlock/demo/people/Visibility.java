package org.faceunlock.demo.people;

import java.util.Arrays;

/**
 * Which triangle shows at every sample of a band of the picture: a depth buffer that keeps triangle numbers and where
 * in the triangle a sample lies. Not thread-safe.
 */
final class Visibility {

    static final int NOTHING = -1;

    /** So many samples are looked at in the time that it takes to draw a triangle. */
    private static final int SAMPLES_PER_TRIANGLE = 16;

    final int width;
    final int height;
    final float[] depth;
    final int[] triangle;
    final float[] second;
    final float[] third;
    private final DepthTiles tiles;
    /** How many triangles are drawn before it is looked at anew what hides others, which takes about as long. */
    private final int review;

    Visibility(int width, int height) {
        this.width = width;
        this.height = height;
        this.depth = new float[width * height];
        this.triangle = new int[width * height];
        this.second = new float[width * height];
        this.third = new float[width * height];
        this.tiles = new DepthTiles(width, height);
        this.review = width * height / SAMPLES_PER_TRIANGLE + 1;
    }

    void clear() {
        Arrays.fill(depth, Float.NEGATIVE_INFINITY);
        Arrays.fill(triangle, NOTHING);
        tiles.clear();
    }

    /**
     * Draws every triangle whose rows meet the band that starts at sample row {@code top}; nearer is the larger depth.
     */
    void draw(Mesh mesh, float[] screen, int top) {
        int[] corners = mesh.corners;
        int drawn = 0;
        for (int t = 0; t < mesh.triangles(); t++) {
            int a = 3 * corners[3 * t];
            int b = 3 * corners[3 * t + 1];
            int c = 3 * corners[3 * t + 2];
            float ay = screen[a + 1] - top;
            float by = screen[b + 1] - top;
            float cy = screen[c + 1] - top;
            float low = Math.min(ay, Math.min(by, cy));
            float high = Math.max(ay, Math.max(by, cy));
            if (high > 0 && low < height) {
                fill(t, screen[a], ay, screen[a + 2], screen[b], by, screen[b + 2], screen[c], cy, screen[c + 2]);
                if (++drawn % review == 0) {
                    tiles.review(depth);
                }
            }
        }
    }

    private void fill(int t, float ax, float ay, float az, float bx, float by, float bz, float cx, float cy, float cz) {
        float area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
        if (area == 0) {
            return;
        }
        int left = Math.max(0, (int) Math.ceil(Math.min(ax, Math.min(bx, cx)) - 0.5f));
        int right = Math.min(width - 1, (int) Math.floor(Math.max(ax, Math.max(bx, cx)) - 0.5f));
        int first = Math.max(0, (int) Math.ceil(Math.min(ay, Math.min(by, cy)) - 0.5f));
        int last = Math.min(height - 1, (int) Math.floor(Math.max(ay, Math.max(by, cy)) - 0.5f));
        if (left > right || first > last
                || tiles.hide(left, right, first, last, Math.max(az, Math.max(bz, cz)))) {
            return;
        }
        float inverse = 1 / area;
        float uStep = (cy - ay) * inverse;
        float vStep = -(by - ay) * inverse;
        for (int y = first; y <= last; y++) {
            float py = y + 0.5f - ay;
            float px = left + 0.5f - ax;
            float u = (px * (cy - ay) - py * (cx - ax)) * inverse;
            float v = (py * (bx - ax) - px * (by - ay)) * inverse;
            boolean entered = false;
            int at = y * width + left;
            for (int x = left; x <= right; x++, at++, u += uStep, v += vStep) {
                if (inside(u, v)) {
                    entered = true;
                    float z = az + u * (bz - az) + v * (cz - az);
                    if (z > depth[at]) {
                        depth[at] = z;
                        triangle[at] = t;
                        second[at] = u;
                        third[at] = v;
                    }
                } else if (entered) {
                    break;
                }
            }
        }
    }

    /** Whether none of a sample's three weights is negative; asked of the signs together, that is one branch,
            not three. */
    private static boolean inside(float second, float third) {
        return (Float.floatToRawIntBits(second) | Float.floatToRawIntBits(third)
                | Float.floatToRawIntBits(1 - (second + third))) >= 0;
    }
}
