package org.faceunlock.demo.training;

import java.util.stream.IntStream;

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

    /**
     * How many successive people are alike: persons 0 to n - 1 a family, n to 2n - 1 the next. Families are learned
     * from together, since it is hard to tell them apart. 1 where nothing is known of that.
     */
    default int family() {
        return 1;
    }

    /** How many crops there are of one person, 0 to people - 1; at least 1. */
    int photos(int person);

    /** How many crops there are of all people. */
    default int size() {
        return IntStream.range(0, people()).map(this::photos).sum();
    }

    /** The values of one crop of a person; not to be written to. */
    byte[] crop(int person, int photo);

    /** Whether a hat is known to hide the hair in a crop. Pairs with one hat are dealt more often: they are hard. */
    default boolean hat(int person, int photo) {
        return false;
    }

    /** How many numbers are known that make up a person; 0 for none. */
    default int traits() {
        return 0;
    }

    /** These numbers of one person, each of variance 1 over all people. */
    default double[] traits(int person) {
        return new double[0];
    }
}
