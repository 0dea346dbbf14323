package org.faceunlock.plot;

import java.awt.image.BufferedImage;
import org.faceunlock.network.FloatTensor;

/** A grid of probabilities as a picture, one pixel each: pale for 0, dark for 1. */
final class ProbabilityMap {

    private ProbabilityMap() {
    }

    /**
     * The picture.
     *
     * @param probabilities {@code [rows, columns]}, 0 to 1
     */
    static BufferedImage of(FloatTensor probabilities) {
        int rows = probabilities.size(0);
        int columns = probabilities.size(1);
        BufferedImage map = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
        for (int index = 0; index < rows * columns; index++) {
            map.setRGB(index % columns, index / columns, ColourScale.SEQUENTIAL.at(probabilities.get(index)).getRGB());
        }
        return map;
    }
}
