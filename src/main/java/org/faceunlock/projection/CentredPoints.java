package org.faceunlock.projection;

import java.util.Arrays;

/**
 * Points with their mean taken off.
 *
 * @param mean {@code [d]}
 * @param rows a copy of the points less the mean, {@code [n][d]}
 * @param squares the sum of all squares, that is of all squared singular values
 * @param noise what the rounding of the mean alone can leave as the root of that sum; less than this is nothing
 */
record CentredPoints(double[] mean, double[][] rows, double squares, double noise) {

    private static final double LARGEST = 1e100; // squares of larger numbers could overflow when they are summed

    /**
     * @param points {@code [n][d]}, not changed
     * @throws IllegalArgumentException unless n and d are at least 1, all rows of one length and all numbers finite
     */
    static CentredPoints of(double[][] points) {
        if (points.length == 0 || points[0].length == 0) {
            throw new IllegalArgumentException("points: expected at least one row and one column, found none");
        }
        int dimension = points[0].length;
        check(points, dimension);
        double largest = 0;
        for (double[] point : points) {
            for (double value : point) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        double[] mean = meanOf(points);
        double[] rounding = meanOf(less(points, mean)); // what rounding left in the first mean
        Arrays.setAll(mean, column -> mean[column] + rounding[column]);
        double[][] rows = less(points, mean);
        double squares = 0;
        for (double[] row : rows) {
            for (double value : row) {
                squares += value * value;
            }
        }
        double noise = 2 * Math.ulp(1.0) * largest * Math.sqrt((double) points.length * dimension);
        return new CentredPoints(mean, rows, squares, noise);
    }

    /** Refuses rows of another length and numbers that are not finite, with their place. */
    static void check(double[][] points, int dimension) {
        for (int row = 0; row < points.length; row++) {
            if (points[row].length != dimension) {
                throw new IllegalArgumentException("points: expected %s numbers in row %s, found %s"
                        .formatted(dimension, row, points[row].length));
            }
            for (int column = 0; column < dimension; column++) {
                if (!(Math.abs(points[row][column]) <= LARGEST)) {
                    throw new IllegalArgumentException(
                            "points: expected finite numbers up to 1e100, found %s in row %s, column %s; leave it out"
                                    .formatted(points[row][column], row, column));
                }
            }
        }
    }

    private static double[] meanOf(double[][] rows) {
        double[] sum = new double[rows[0].length];
        for (double[] row : rows) {
            for (int column = 0; column < sum.length; column++) {
                sum[column] += row[column];
            }
        }
        Arrays.setAll(sum, column -> sum[column] / rows.length);
        return sum;
    }

    /** The points less one place, {@code [n][d]}. */
    static double[][] less(double[][] points, double[] place) {
        double[][] rows = new double[points.length][place.length];
        for (int row = 0; row < rows.length; row++) {
            double[] point = points[row];
            Arrays.setAll(rows[row], column -> point[column] - place[column]);
        }
        return rows;
    }
}
