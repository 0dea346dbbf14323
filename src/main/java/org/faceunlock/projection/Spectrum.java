package org.faceunlock.projection;

import java.util.stream.IntStream;
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
        double[][] rows = IntStream.range(0, points.size()).mapToObj(points::row).toArray(double[][]::new);
        SingularValueDecomposition svd = new SingularValueDecomposition(new Array2DRowRealMatrix(rows, false));
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

    /** Decomposes the products of the points, d x d or n x n, whichever is smaller. */
    static Spectrum byCovariance(CentredPoints points, int components) {
        boolean manyPoints = points.size() >= points.dimension();
        double[][] products = manyPoints ? Products.ofColumns(points) : Products.ofRows(points);
        EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(products, false)); // falling order
        double largest = eigen.getRealEigenvalue(0) * points.squares();
        double least = Math.max(points.noise() * points.noise(), unit(points) * largest);
        double[] kept = new double[components];
        double[][] axes = new double[components][];
        for (int k = 0; k < components; k++) {
            double square = eigen.getRealEigenvalue(k) * points.squares();
            kept[k] = square > least ? Math.sqrt(square) : 0;
            double[] vector = eigen.getEigenvector(k).toArray();
            axes[k] = manyPoints ? vector : combine(points, vector);
        }
        return new Spectrum(kept, Axes.orthonormal(axes));
    }

    /** The points weighted and added: X^T u, which lies along the axis whose left singular vector is u. */
    private static double[] combine(CentredPoints points, double[] weights) {
        double[] sum = new double[points.dimension()];
        for (int row = 0; row < weights.length; row++) {
            double[] point = points.row(row);
            for (int column = 0; column < sum.length; column++) {
                sum[column] += weights[row] * point[column];
            }
        }
        return sum;
    }

    /** The rounding of a decomposition, as a share of the largest value: numpy's choice for the rank of a matrix. */
    private static double unit(CentredPoints points) {
        return Math.ulp(1.0) * Math.max(points.size(), points.dimension());
    }
}
