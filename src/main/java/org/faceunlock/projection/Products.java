package org.faceunlock.projection;

import java.util.function.IntFunction;

/**
 * Sums of products of centred points: of every two columns (n - 1 times the covariance) or of every two rows (the Gram
 * matrix), each as a share of the sum of all squares, so that neither large nor small points bother an eigenvalue
 * solver.
 *
 * <p>Both are sums of outer products of vectors: of rows for the one, of columns for the other. Four vectors are taken
 * at a time, which leaves an inner loop that runs along an array and that the compiler turns into vector instructions.
 */
final class Products {

    private Products() {
    }

    /** X^T X / |X|^2, {@code [d][d]}, exactly symmetric, of trace 1; zeros where all points are equal. */
    static double[][] ofColumns(CentredPoints points) {
        return shares(outerProducts(points.dimension(), points.size(), points::row), points.squares());
    }

    /** X X^T / |X|^2, {@code [n][n]}, exactly symmetric, of trace 1; zeros where all points are equal. */
    static double[][] ofRows(CentredPoints points) {
        return shares(outerProducts(points.size(), points.dimension(), points::column), points.squares());
    }

    /** Upper triangle only. */
    private static double[][] outerProducts(int size, int count, IntFunction<double[]> vectors) {
        double[][] sums = new double[size][size];
        for (int first = 0; first < count; first += 4) {
            double[][] four = new double[4][size]; // beyond the last vector: zeros
            for (int i = 0; i < Math.min(4, count - first); i++) {
                four[i] = vectors.apply(first + i);
            }
            for (int row = 0; row < size; row++) {
                addRow(sums[row], row, four[0], four[1], four[2], four[3]);
            }
        }
        return sums;
    }

    /** Divides the upper triangle and mirrors it. */
    private static double[][] shares(double[][] sums, double whole) {
        for (int row = 0; row < sums.length; row++) {
            for (int column = row; column < sums.length; column++) {
                sums[row][column] = whole == 0 ? 0 : sums[row][column] / whole;
                sums[column][row] = sums[row][column];
            }
        }
        return sums;
    }

    private static void addRow(double[] sums, int row, double[] a, double[] b, double[] c, double[] d) {
        double ofA = a[row];
        double ofB = b[row];
        double ofC = c[row];
        double ofD = d[row];
        for (int column = row; column < sums.length; column++) {
            sums[column] += ofA * a[column] + ofB * b[column] + (ofC * c[column] + ofD * d[column]);
        }
    }
}
