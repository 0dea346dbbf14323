package org.faceunlock.detect;

/**
 * The pixels of a photo under a box, whatever of the box lies outside left away.
 *
 * <p>The box is read as MATLAB would: truncated to whole pixels counted from 1, end inclusive. So x1 = 3.7, x2 = 5.2 are
 * the third to fifth column, from 2 to before 5 when counted from 0. As {@code pad} of facenet-pytorch 787da06.
 *
 * @param x first column, from 0
 * @param y first row, from 0
 * @param width in pixels, not positive when the box has no pixel in the photo
 * @param height in pixels, not positive when the box has no pixel in the photo
 */
record PhotoRegion(int x, int y, int width, int height) {

    /** The region under a row of {@code [n, 4]} boxes. */
    static PhotoRegion of(float[] boxes, int row, int photoWidth, int photoHeight) {
        int x = Math.max((int) boxes[4 * row], 1) - 1;
        int y = Math.max((int) boxes[4 * row + 1], 1) - 1;
        int xEnd = Math.min((int) boxes[4 * row + 2], photoWidth);
        int yEnd = Math.min((int) boxes[4 * row + 3], photoHeight);
        return new PhotoRegion(x, y, xEnd - x, yEnd - y);
    }

    /**
     * Whether no pixel is left. The reference leaves such a box out of the network's input but not out of its list, and
     * gives every later box the answer of its neighbour; here the box is dropped.
     */
    boolean isEmpty() {
        return width <= 0 || height <= 0;
    }
}
