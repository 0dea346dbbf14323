package org.faceunlock.network;

/**
 * How a convolution or a pooling moves over its input.
 *
 * @param height of the kernel in pixels
 * @param width of the kernel in pixels
 * @param stride in both directions
 * @param padY rows of zeros above and below
 * @param padX columns of zeros left and right
 */
record Window(int height, int width, int stride, int padY, int padX) {

    static Window square(int size) {
        return new Window(size, size, 1, 0, 0);
    }

    static Window square(int size, int stride) {
        return new Window(size, size, stride, 0, 0);
    }

    /** Odd-sized, padded such that the output is as large as the input. */
    static Window same(int height, int width) {
        return new Window(height, width, 1, height / 2, width / 2);
    }
}
