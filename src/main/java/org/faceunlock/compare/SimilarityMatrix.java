package org.faceunlock.compare;

import java.util.List;

/**
 * Cosine similarities of n faces with one another: n x n numbers from -1 to 1, symmetric. Immutable.
 */
public final class SimilarityMatrix {

    private final List<String> names;
    private final double[][] values;

    private SimilarityMatrix(List<String> names, double[][] values) {
        this.names = List.copyOf(names);
        this.values = values;
    }

    /**
     * A matrix of numbers computed elsewhere.
     *
     * @param names what to call each face, n of them
     * @param values {@code [n][n]}, copied
     */
    public static SimilarityMatrix of(List<String> names, double[][] values) {
        double[][] copy = new double[values.length][];
        for (int row = 0; row < values.length; row++) {
            copy[row] = values[row].clone();
            if (copy[row].length != names.size()) {
                throw new IllegalArgumentException("values: expected %d columns in row %d, found %d"
                        .formatted(names.size(), row, copy[row].length));
            }
        }
        if (copy.length != names.size()) {
            throw new IllegalArgumentException("values: expected %d rows, found %d".formatted(names.size(), copy.length));
        }
        return new SimilarityMatrix(names, copy);
    }

    /** How many faces there are. */
    public int size() {
        return names.size();
    }

    public List<String> names() {
        return names;
    }

    /** The similarity of two faces. */
    public double get(int row, int column) {
        return values[row][column];
    }
}
