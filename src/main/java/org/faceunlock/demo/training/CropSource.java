package org.faceunlock.demo.training;

/**
 * Labelled faces to learn from, each a wide crop: {@value #SIDE} pixels a side, of which the face's box takes the
 * middle 142. Safe to use from several threads.
 */
public interface CropSource {

    /** Side of a wide crop in pixels. */
    int SIDE = 184;

    /** Bytes of a wide crop: red, green, blue for each pixel, row by row. */
    int BYTES = SIDE * SIDE * 3;

    /** How many people there are. */
    int people();

    /** How many crops there are. */
    int size();

    /** Who crop {@code index} shows, 0 to people - 1. */
    int label(int index);

    /** The values of crop {@code index}; not to be written to. */
    byte[] crop(int index);

    /** How many numbers are known that make up a person; 0 for none. */
    default int traits() {
        return 0;
    }

    /** These numbers of one person, each of variance 1 over all people. */
    default double[] traits(int label) {
        return new double[0];
    }
}
