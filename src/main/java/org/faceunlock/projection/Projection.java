package org.faceunlock.projection;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Points of n things in k components, with the share of the variance that each component explains. Immutable.
 */
public final class Projection {

    private final double[][] coordinates;
    private final double[] explainedVarianceRatio;

    /**
     * @param coordinates {@code [n][k]}, copied
     * @param explainedVarianceRatio {@code [k]}, each 0 to 1, copied
     */
    public Projection(double[][] coordinates, double[] explainedVarianceRatio) {
        this.coordinates = new double[coordinates.length][];
        for (int row = 0; row < coordinates.length; row++) {
            this.coordinates[row] = coordinates[row].clone();
            if (coordinates[row].length != explainedVarianceRatio.length) {
                throw new IllegalArgumentException("coordinates: expected %s components in row %s, found %s"
                        .formatted(explainedVarianceRatio.length, row, coordinates[row].length));
            }
        }
        this.explainedVarianceRatio = explainedVarianceRatio.clone();
    }

    /** How many things there are. */
    public int size() {
        return coordinates.length;
    }

    /** How many components there are. */
    public int components() {
        return explainedVarianceRatio.length;
    }

    /** Where thing {@code row} lies along component {@code component}. */
    public double get(int row, int component) {
        return coordinates[row][component];
    }

    /** A copy of all coordinates, {@code [n][k]}. */
    public double[][] toArray() {
        return Arrays.stream(coordinates).map(double[]::clone).toArray(double[][]::new);
    }

    /** Share of the variance along the component, 0 to 1. */
    public double explainedVarianceRatio(int component) {
        return explainedVarianceRatio[component];
    }

    @Override
    public String toString() {
        String shares = Arrays.stream(explainedVarianceRatio)
                .mapToObj(share -> String.format(Locale.ROOT, "%.4f", share)).collect(Collectors.joining(", "));
        return "Projection of %s points to %s components, which explain %s of the variance"
                .formatted(size(), components(), shares);
    }
}
