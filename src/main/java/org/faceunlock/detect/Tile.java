package org.faceunlock.detect;

/**
 * Some neighbouring windows of a level, which P-Net judges in one pass over the pixels under them.
 *
 * <p>Exact, because P-Net is convolutional and tiles begin on multiples of its stride: each window sees what it would
 * see in a pass over the whole level.
 *
 * @param row of the level's windows at which the tile begins
 * @param rows how many it has
 * @param column of the level's windows at which the tile begins
 * @param columns how many it has
 */
record Tile(PyramidLevel level, int row, int rows, int column, int columns) {

    /** The pixel columns of the level under this tile. */
    Cells pixelColumns(int photoWidth) {
        return Cells.of(0, photoWidth, level.width(),
                PyramidLevel.STRIDE * column, end(column + columns, level.columns(), level.width()));
    }

    /** The pixel rows of the level under this tile. */
    Cells pixelRows(int photoHeight) {
        return Cells.of(0, photoHeight, level.height(),
                PyramidLevel.STRIDE * row, end(row + rows, level.rows(), level.height()));
    }

    /** The number, row by row, that the level gives to a window of this tile. */
    long placeInLevel(int window) {
        return (long) (row + window / columns) * level.columns() + column + window % columns;
    }

    private static int end(int windowEnd, int windows, int pixels) {
        return windowEnd == windows ? pixels : PyramidLevel.STRIDE * (windowEnd - 1) + Pyramid.WINDOW;
    }
}
