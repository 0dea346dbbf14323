package org.faceunlock.detect;

import java.util.ArrayList;
import java.util.List;

/**
 * The sizes in which P-Net sees a photo, largest first: at each, its window of 12 pixels spans larger faces.
 *
 * <p>Zhang et al., "Joint Face Detection and Alignment using Multi-task Cascaded Convolutional Networks", 2016; sizes
 * as in facenet-pytorch 787da06, {@code detect_face.py}: a pixel more than the scaled photo rounded down.
 *
 * @param levels empty when the photo is too small to hold a face of the minimum size
 */
record Pyramid(List<PyramidLevel> levels) {

    /** Side of the window that P-Net judges, in pixels of a level. */
    static final int WINDOW = 12;

    Pyramid {
        levels = List.copyOf(levels);
    }

    static Pyramid of(int width, int height, MtcnnSettings settings) {
        List<PyramidLevel> levels = new ArrayList<>();
        double scale = WINDOW / settings.minimumFaceSize();
        double shorterSide = Math.min(width, height) * scale;
        while (shorterSide >= WINDOW) {
            levels.add(PyramidLevel.of(width, height, scale));
            scale *= settings.factor();
            shorterSide *= settings.factor();
        }
        return new Pyramid(levels);
    }
}
