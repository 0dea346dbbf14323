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

    /** Windows in a full tile; a pass of P-Net over one takes about 15 MB. */
    private static final int TILE_WINDOWS = 1 << 16;

    /** Windows in the longest row of a tile; beyond, which only photos of extreme width reach, rows are split. */
    private static final int TILE_COLUMNS = 1 << 12;

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

    /** The level in parts that bound P-Net's memory and give every core something to do, row by row. */
    List<Tile> tiles() {
        List<Tile> tiles = new ArrayList<>();
        int tileColumns = Math.min(columns(), TILE_COLUMNS);
        int tileRows = TILE_WINDOWS / tileColumns;
        for (int row = 0; row < rows(); row += tileRows) {
            for (int column = 0; column < columns(); column += tileColumns) {
                tiles.add(new Tile(this, row, Math.min(tileRows, rows() - row),
                        column, Math.min(tileColumns, columns() - column)));
            }
        }
        return tiles;
    }
}
