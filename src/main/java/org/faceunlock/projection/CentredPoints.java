package org.faceunlock.projection;

/**
 * Points with their mean taken off, centred only while they are looked at, so that a large table is not copied.
 */
final class CentredPoints {

    private static final double LARGEST = 1e100; // squares of larger numbers could overflow when they are summed

    private final double[][] points;
    private final double[] mean;
    private final double noise;
    private final double squares;

    private CentredPoints(double[][] points) {
        this.points = points;
        this.mean = new double[points[0].length];
        refineMean();
        refineMean(); // the mean of what is left takes off the rounding of the first pass
        this.noise = 2 * Math.ulp(1.0) * largestMagnitude(points) * Math.sqrt((double) size() * dimension());
        double sum = 0;
        for (int row = 0; row < size(); row++) {
            for (double value : row(row)) {
                sum += value * value;
            }
        }
        this.squares = sum;
    }

    /**
     * @param points {@code [n][d]}, kept and not copied, so not to be changed meanwhile
     * @throws IllegalArgumentException unless n and d are at least 1, all rows of one length and all numbers finite
     */
    static CentredPoints of(double[][] points) {
        if (points.length == 0 || points[0].length == 0) {
            throw new IllegalArgumentException("points: expected at least one row and one column, found none");
        }
        check(points, points[0].length);
        return new CentredPoints(points);
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

    private void refineMean() {
        double[] sum = new double[mean.length];
        for (int row = 0; row < size(); row++) {
            double[] centred = row(row);
            for (int column = 0; column < sum.length; column++) {
                sum[column] += centred[column];
            }
        }
        for (int column = 0; column < sum.length; column++) {
            mean[column] += sum[column] / size();
        }
    }

    private static double largestMagnitude(double[][] points) {
        double largest = 0;
        for (double[] point : points) {
            for (double value : point) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        return largest;
    }

    int size() {
        return points.length;
    }

    int dimension() {
        return mean.length;
    }

    double[] mean() {
        return mean.clone();
    }

    /** Point {@code row} less the mean, a fresh {@code [d]}. */
    double[] row(int row) {
        double[] centred = points[row].clone();
        for (int column = 0; column < centred.length; column++) {
            centred[column] -= mean[column];
        }
        return centred;
    }

    /** Coordinate {@code column} of all points less its mean, a fresh {@code [n]}. */
    double[] column(int column) {
        double[] centred = new double[size()];
        for (int row = 0; row < centred.length; row++) {
            centred[row] = points[row][column] - mean[column];
        }
        return centred;
    }

    /** The sum of all squares, that is of all squared singular values. */
    double squares() {
        return squares;
    }

    /** What the rounding of the mean alone can leave as the root of the sum of squares; less than this is nothing. */
    double noise() {
        return noise;
    }
}
