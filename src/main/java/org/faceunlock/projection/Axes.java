package org.faceunlock.projection;

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
            double[] unit = directions[k].clone();
            boolean own = scaleToUnit(unit);
            takeOff(unit, axes, k);
            if (!own || length(unit) < 0.5) {
                unit = new double[unit.length];
                unit[leastUsed(axes, k, unit.length)] = 1;
                takeOff(unit, axes, k);
            }
            takeOff(unit, axes, k); // twice is enough (Parlett, The Symmetric Eigenvalue Problem, 6.9)
            scaleToUnit(unit);
            axes[k] = unit;
        }
        return axes;
    }

    /**
     * Turns each axis in place so that its number of largest magnitude is positive, the first one of equals: as does
     * scikit-learn's svd_flip with u_based_decision=False.
     */
    static void fixSigns(double[][] axes) {
        for (double[] axis : axes) {
            int largest = 0;
            for (int i = 1; i < axis.length; i++) {
                if (Math.abs(axis[i]) > Math.abs(axis[largest])) {
                    largest = i;
                }
            }
            if (axis[largest] < 0) {
                for (int i = 0; i < axis.length; i++) {
                    axis[i] = 0 - axis[i]; // 0, not -0
                }
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

    private static void takeOff(double[] vector, double[][] axes, int count) {
        for (int k = 0; k < count; k++) {
            double share = dot(vector, axes[k]);
            for (int i = 0; i < vector.length; i++) {
                vector[i] -= share * axes[k][i];
            }
        }
    }

    /** The coordinate that the earlier axes span least: its unit vector has the most of its own left. */
    private static int leastUsed(double[][] axes, int count, int dimension) {
        double[] used = new double[dimension];
        int least = 0;
        for (int i = 0; i < dimension; i++) {
            for (int k = 0; k < count; k++) {
                used[i] += axes[k][i] * axes[k][i];
            }
            least = used[i] < used[least] ? i : least;
        }
        return least;
    }

    private static boolean scaleToUnit(double[] vector) {
        double length = length(vector);
        if (length == 0) {
            return false;
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
        return true;
    }

    private static double length(double[] vector) {
        return Math.sqrt(dot(vector, vector));
    }
}
