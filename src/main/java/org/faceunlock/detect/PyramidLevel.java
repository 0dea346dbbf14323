package org.faceunlock.detect;

import java.util.ArrayList;
import java.util.List;

/**
 * One size of the photo, and the P-Net windows in it: 12 pixels wide, 2 pixels apart.
 *
 * @param scale size relative to the photo
 * @param width in pixels, at least 12
 * @param height in pixels, at least 12
 */
record PyramidLevel(double scale, int width, int height) {

    /** Pixels from one window to the next. */
    static final int STRIDE = 2;

    /**
     * Windows along the longest side of a tile. Small enough for what P-Net makes of a tile to stay in a core's cache,
     * large enough for the 10 pixels that neighbours share not to matter.
     */
    private static final int TILE_SIDE = 128;

    /** The level of a photo at a scale: a pixel more than the scaled photo rounded down. */
    static PyramidLevel of(int photoWidth, int photoHeight, double scale) {
        return new PyramidLevel(scale, (int) (photoWidth * scale + 1), (int) (photoHeight * scale + 1));
    }

    /** How many windows lie side by side. */
    int columns() {
        return windows(width);
    }

    /** How many windows lie one below the other. */
    int rows() {
        return windows(height);
    }

    /** Convolution 3, pooling 2 rounded up, convolutions 3 and 3: one window more at the end when the size is odd. */
    private static int windows(int pixels) {
        return (pixels - 1) / 2 - 4;
    }

    /** The level in parts of like size, which bound P-Net's memory and give every core something to do. */
    List<Tile> tiles() {
        List<Tile> tiles = new ArrayList<>();
        int tileRows = share(rows());
        int tileColumns = share(columns());
        for (int row = 0; row < rows(); row += tileRows) {
            for (int column = 0; column < columns(); column += tileColumns) {
                tiles.add(new Tile(this, row, Math.min(tileRows, rows() - row),
                        column, Math.min(tileColumns, columns() - column)));
            }
        }
        return tiles;
    }

    private static int share(int windows) {
        int parts = (windows + TILE_SIDE - 1) / TILE_SIDE;
        return (windows + parts - 1) / parts;
    }

    /**
     * Writes the photo's pixels under the window with this corner: from 1 to 12 pixels after the corner, over the scale
     * and rounded down, in float32; the offset of 1 is MATLAB's first index.
     */
    void place(int x, int y, float[] boxes, int at) {
        float divisor = (float) scale;
        boxes[at] = (float) Math.floor((x + 1) / divisor);
        boxes[at + 1] = (float) Math.floor((y + 1) / divisor);
        boxes[at + 2] = (float) Math.floor((x + Pyramid.WINDOW) / divisor);
        boxes[at + 3] = (float) Math.floor((y + Pyramid.WINDOW) / divisor);
    }
}
