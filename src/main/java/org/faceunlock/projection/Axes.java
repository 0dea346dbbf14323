package org.faceunlock.projection;

import java.util.Arrays;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealVector;

/** Makes directions orthonormal, and gives each the one sign of its two. */
final class Axes {

    private Axes() {
    }

    /**
     * Each direction less its share along the earlier ones, at unit length. One that has nothing of its own, zeros for
     * instance, becomes some direction at right angles to the earlier ones, always the same.
     *
     * @param directions {@code [k][d]}, k at most d, not changed
     */
    static double[][] orthonormal(double[][] directions) {
        double[][] axes = new double[directions.length][];
        for (int k = 0; k < axes.length; k++) {
            RealVector unit = new ArrayRealVector(directions[k]);
            boolean own = unit.getNorm() > 0;
            if (own) {
                unit.mapDivideToSelf(unit.getNorm());
                takeOff(unit, axes, k);
            }
            if (!own || unit.getNorm() < 0.5) {
                unit = new ArrayRealVector(unit.getDimension());
                unit.setEntry(leastUsed(axes, k, unit.getDimension()), 1);
                takeOff(unit, axes, k);
            }
            takeOff(unit, axes, k); // twice is enough (Parlett, The Symmetric Eigenvalue Problem, 6.9)
            axes[k] = unit.mapDivideToSelf(unit.getNorm()).toArray();
        }
        return axes;
    }

    private static void takeOff(RealVector vector, double[][] axes, int count) {
        for (int k = 0; k < count; k++) {
            RealVector axis = new ArrayRealVector(axes[k], false);
            vector.combineToSelf(1, -vector.dotProduct(axis), axis);
        }
    }

    /** The coordinate that the earlier axes span least: its unit vector has the most of its own left. */
    private static int leastUsed(double[][] axes, int count, int dimension) {
        RealVector used = new ArrayRealVector(dimension);
        for (int k = 0; k < count; k++) {
            RealVector axis = new ArrayRealVector(axes[k], false);
            used.combineToSelf(1, 1, axis.ebeMultiply(axis));
        }
        return used.getMinIndex();
    }

    /**
     * Turns each axis in place so that its number of largest magnitude is positive, the first one of equals: as does
     * scikit-learn's svd_flip with u_based_decision=False.
     */
    static void fixSigns(double[][] axes) {
        for (double[] axis : axes) {
            int largest = new ArrayRealVector(axis).mapToSelf(Math::abs).getMaxIndex();
            if (axis[largest] < 0) {
                Arrays.setAll(axis, i -> 0 - axis[i]); // 0, not -0
            }
        }
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
