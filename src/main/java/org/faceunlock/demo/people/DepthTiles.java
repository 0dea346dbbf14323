package org.faceunlock.demo.people;

import java.util.Arrays;

/**
 * How far away the farthest thing is that shows in each tile of a depth buffer: what lies behind that need not be
 * drawn there. As in Greene et al. 1993, Hierarchical Z-buffer visibility, with one level. Not thread-safe.
 */
final class DepthTiles {

    private static final int BITS = 3;
    private static final int SIDE = 1 << BITS;
    /** More than the rounding of any depth within a triangle, so that nothing is lost that would show. */
    private static final float MARGIN = 0.01f;

    private final int width;
    private final int height;
    private final int columns;
    private final float[] farthest;

    DepthTiles(int width, int height) {
        this.width = width;
        this.height = height;
        this.columns = (width + SIDE - 1) / SIDE;
        this.farthest = new float[columns * ((height + SIDE - 1) / SIDE)];
    }

    void clear() {
        Arrays.fill(farthest, Float.NEGATIVE_INFINITY);
    }

    /** Looks at the whole buffer anew; in between, tiles tell what was true before,
            which hides less but never wrongly. */
    void review(float[] depth) {
        for (int tile = 0; tile < farthest.length; tile++) {
            int left = tile % columns << BITS;
            int top = tile / columns << BITS;
            int right = Math.min(width, left + SIDE);
            int bottom = Math.min(height, top + SIDE);
            float least = Float.POSITIVE_INFINITY;
            for (int y = top; y < bottom; y++) {
                for (int at = y * width + left; at < y * width + right; at++) {
                    least = Math.min(least, depth[at]);
                }
            }
            farthest[tile] = least;
        }
    }

    /** Whether something no nearer than this would show nowhere in a rectangle of samples, ends included. */
    boolean hide(int left, int right, int top, int bottom, float nearest) {
        for (int y = top >> BITS; y <= bottom >> BITS; y++) {
            for (int x = left >> BITS; x <= right >> BITS; x++) {
                if (nearest + MARGIN > farthest[y * columns + x]) {
                    return false;
                }
            }
        }
        return true;
    }
}
