package org.faceunlock.projection;

import java.util.Arrays;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealVector;

/**
 * Principal component analysis: the k directions along which n points of d numbers vary most, by singular value
 * decomposition of the centred points. Immutable, so safe to share between threads.
 *
 * <p>Variances divide by n - 1. A direction has two signs; the one kept has its largest loading positive, so results
 * can be compared from run to run. Points that do not vary (one point, or n equal ones) have variance 0 and ratio 0
 * along directions that mean nothing; so have the last components of points of lower rank, and one is always such
 * when n &lt;= d.
 *
 * <p>Source: the article's {@code pca} (SVD of the centred embeddings, scores in the first two components); signs as in
 * scikit-learn's svd_flip by loadings.
 */
public final class Pca {

    /** For n d min(n, d) up to this the SVD takes about 0.15 s on one core: 200 x 512 or 4,000 x 72, say. */
    private static final double LARGEST_FOR_SVD = 2.1e7;

    private final double[] mean;
    private final double[][] axes;
    private final double[] singularValues;
    private final int points;
    private final double totalSquares;

    private Pca(CentredPoints points, Spectrum spectrum) {
        this.mean = points.mean();
        this.axes = spectrum.axes();
        this.singularValues = spectrum.singularValues();
        this.points = points.rows().length;
        this.totalSquares = points.squares();
        Axes.fixSigns(axes);
    }

    /** {@link #fit(double[][], int, PcaRoute)} by the route that fits the size. */
    public static Pca fit(double[][] x, int components) {
        return fit(x, components, PcaRoute.AUTO);
    }

    /**
     * Finds the components of those points.
     *
     * @param x {@code [n][d]}, one row a point, finite; not changed
     * @param components how many to keep, 1 to min(n, d)
     * @param route how to find them
     * @throws IllegalArgumentException if there are no points, rows differ in length, a number is not finite or above
     *     1e100, or there are not so many components
     */
    public static Pca fit(double[][] x, int components, PcaRoute route) {
        CentredPoints points = CentredPoints.of(x);
        int most = Math.min(x.length, x[0].length);
        if (components < 1 || components > most) {
            throw new IllegalArgumentException("components: expected 1 to %s for %s points of %s numbers, found %s"
                    .formatted(most, x.length, x[0].length, components));
        }
        boolean small = (double) x.length * x[0].length * most <= LARGEST_FOR_SVD;
        return new Pca(points, switch (route) {
            case AUTO -> small ? Spectrum.bySvd(points, components) : Spectrum.byCovariance(points, components);
            case SVD -> Spectrum.bySvd(points, components);
            case COVARIANCE -> Spectrum.byCovariance(points, components);
        });
    }

    /** {@link #fit(double[][], int)} on those points. */
    public static Pca fit(Points points, int components) {
        return fit(points.toArray(), components);
    }

    /** Fits, and says where the same points lie along the components: the scores. */
    public static Projection fitTransform(Points points, int components) {
        double[][] x = points.toArray();
        return fit(x, components).transform(x);
    }

    /** {@link #map(double[][])} of those points. */
    public static Projection map(Points points) {
        return map(points.toArray());
    }

    /**
     * The points by their first two components, to be drawn. Where there is but one, as for a single point, the other
     * is 0 and explains nothing.
     *
     * @param x as for {@link #fit(double[][], int)}, at least one point
     */
    public static Projection map(double[][] x) {
        boolean plane = x.length > 1 && x[0].length > 1;
        Projection map = fit(x, plane ? 2 : 1).transform(x);
        if (plane) {
            return map;
        }
        double[][] padded = Arrays.stream(map.toArray()).map(row -> new double[] {row[0], 0}).toArray(double[][]::new);
        return new Projection(padded, new double[] {map.explainedVarianceRatio(0), 0});
    }

    /**
     * Where points lie along the components, their mean at the fit taken off: the scores.
     *
     * @param x {@code [m][d]}, finite; the points of the fit or others
     */
    public Projection transform(double[][] x) {
        CentredPoints.check(x, dimension());
        double[][] scores = Arrays.stream(CentredPoints.less(x, mean))
                .map(point -> Arrays.stream(axes).mapToDouble(axis -> Axes.dot(point, axis)).toArray())
                .toArray(double[][]::new);
        return new Projection(scores, explainedVarianceRatio());
    }

    /**
     * The points that have those scores and nothing along the components left out.
     *
     * @param scores of this analysis, m of them
     * @return {@code [m][d]}
     */
    public double[][] inverseTransform(Projection scores) {
        if (scores.components() != size()) {
            throw new IllegalArgumentException(
                    "scores: expected %s components, found %s".formatted(size(), scores.components()));
        }
        return Arrays.stream(scores.toArray()).map(row -> {
            RealVector point = new ArrayRealVector(mean);
            for (int k = 0; k < row.length; k++) {
                point.combineToSelf(1, row[k], new ArrayRealVector(axes[k], false));
            }
            return point.toArray();
        }).toArray(double[][]::new);
    }

    /** How many components are kept: k. */
    public int size() {
        return axes.length;
    }

    /** How many numbers a point has: d. */
    public int dimension() {
        return mean.length;
    }

    /** The mean of the points, a copy, {@code [d]}. */
    public double[] mean() {
        return mean.clone();
    }

    /** The directions, a copy, {@code [k][d]}: orthonormal rows, those of more variance first. */
    public double[][] components() {
        return Arrays.stream(axes).map(double[]::clone).toArray(double[][]::new);
    }

    /** Singular values of the centred points, a copy, {@code [k]}, falling. */
    public double[] singularValues() {
        return singularValues.clone();
    }

    /** Variance along each component, {@code [k]}: the squared singular value by n - 1, or 0 for one point. */
    public double[] explainedVariance() {
        return squaresBy(Math.max(1, points - 1));
    }

    /** Share of each component in the variance along all directions, kept or not, {@code [k]}, 0 to 1. */
    public double[] explainedVarianceRatio() {
        double[] ratio = squaresBy(totalSquares);
        for (int k = 0; k < ratio.length; k++) {
            ratio[k] = singularValues[k] == 0 ? 0 : Math.min(1, ratio[k]);
        }
        return ratio;
    }

    private double[] squaresBy(double divisor) {
        return Arrays.stream(singularValues).map(value -> value * value / divisor).toArray();
    }

    @Override
    public String toString() {
        return "Pca of " + points + " points in " + dimension() + " dimensions to " + size() + " components";
    }
}
