package org.faceunlock.projection;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * The leading singular values of centred points and the directions that belong to them.
 *
 * @param singularValues {@code [k]}, falling, exactly 0 where rounding alone is left
 * @param axes {@code [k][d]}, orthonormal, of either sign
 */
record Spectrum(double[] singularValues, double[][] axes) {

    /** Decomposes the points themselves. */
    static Spectrum bySvd(CentredPoints points, int components) {
        SingularValueDecomposition svd =
                new SingularValueDecomposition(new Array2DRowRealMatrix(points.rows(), false));
        double[] values = svd.getSingularValues();
        double least = Math.max(points.noise(), unit(points) * values[0]);
        double[] kept = new double[components];
        double[][] axes = new double[components][];
        for (int k = 0; k < components; k++) {
            kept[k] = values[k] > least ? values[k] : 0;
            axes[k] = svd.getV().getColumn(k); // V is kept by the decomposition, not made again
        }
        return new Spectrum(kept, Axes.orthonormal(axes));
    }

    /**
     * Decomposes the sums of products of every two columns (n - 1 times the covariance) or of every two rows (the Gram
     * matrix), whichever are fewer.
     */
    static Spectrum byCovariance(CentredPoints points, int components) {
        Array2DRowRealMatrix x = new Array2DRowRealMatrix(points.rows(), false);
        boolean manyPoints = x.getRowDimension() >= x.getColumnDimension();
        double[][] products = products(manyPoints ? points.rows() : x.transpose().getData(), points.squares());
        EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(products, false)); // falling order
        double largest = eigen.getRealEigenvalue(0) * points.squares();
        double least = Math.max(points.noise() * points.noise(), unit(points) * largest);
        double[] kept = new double[components];
        double[][] axes = new double[components][];
        for (int k = 0; k < components; k++) {
            double square = eigen.getRealEigenvalue(k) * points.squares();
            kept[k] = square > least ? Math.sqrt(square) : 0;
            double[] vector = eigen.getEigenvector(k).toArray();
            axes[k] = manyPoints ? vector : x.preMultiply(vector); // X^T u lies along the axis of u
        }
        return new Spectrum(kept, Axes.orthonormal(axes));
    }

    /**
     * Sums of outer products of the rows, as shares of the sum of all squares, so that neither large nor small points
     * bother an eigenvalue solver. Own code: a loop along an array is compiled to vector instructions, and
     * takes no transposed copy, as a product of matrices would.
     */
    private static double[][] products(double[][] rows, double whole) {
        int size = rows[0].length;
        double[][] sums = new double[size][size];
        double[] zeros = new double[size];
        for (int first = 0; first < rows.length; first += 4) { // four at a time: a quarter of the memory traffic
            double[][] four = {zeros, zeros, zeros, zeros};
            System.arraycopy(rows, first, four, 0, Math.min(4, rows.length - first));
            for (int i = 0; i < size; i++) {
                addScaled(sums[i], i, four[0], four[1], four[2], four[3]);
            }
        }
        for (int i = 0; i < size; i++) {
            for (int j = i; j < size; j++) {
                sums[i][j] = whole == 0 ? 0 : sums[i][j] / whole;
                sums[j][i] = sums[i][j];
            }
        }
        return sums;
    }

    private static void addScaled(double[] sums, int row, double[] a, double[] b, double[] c, double[] d) {
        double ofA = a[row];
        double ofB = b[row];
        double ofC = c[row];
        double ofD = d[row];
        for (int column = row; column < sums.length; column++) {
            sums[column] += ofA * a[column] + ofB * b[column] + (ofC * c[column] + ofD * d[column]);
        }
    }

    /** The rounding of a decomposition, as a share of the largest value: numpy's choice for the rank of a matrix. */
    private static double unit(CentredPoints points) {
        return Math.ulp(1.0) * Math.max(points.rows().length, points.mean().length);
    }
}
