package org.faceunlock.projection;

import java.util.Arrays;
import java.util.Random;

/**
 * Points whose principal components are known because they were put there: orthonormal axes, orthonormal centred
 * scores, singular values of choice, and a mean.
 */
record Planted(double[][] points, double[][] axes, double[] singularValues, double[] mean) {

    static Planted of(int size, int dimension, long seed, double... singularValues) {
        System.out.println("Planted: seed " + seed);
        Random random = new Random(seed);
        double[][] axes = Axes.orthonormal(gaussian(random, singularValues.length, dimension));
        double[][] ones = gaussian(random, singularValues.length + 1, size);
        Arrays.fill(ones[0], 1); // the other score vectors are made orthogonal to it, that is centred
        double[][] scores = Axes.orthonormal(ones);
        double[] mean = gaussian(random, 1, dimension)[0];
        double[][] points = new double[size][];
        for (int row = 0; row < size; row++) {
            points[row] = mean.clone();
            for (int k = 0; k < singularValues.length; k++) {
                for (int column = 0; column < dimension; column++) {
                    points[row][column] += singularValues[k] * scores[k + 1][row] * axes[k][column];
                }
            }
        }
        return new Planted(points, axes, singularValues, mean);
    }

    static double[][] gaussian(Random random, int rows, int columns) {
        double[][] values = new double[rows][columns];
        for (double[] row : values) {
            for (int column = 0; column < columns; column++) {
                row[column] = random.nextGaussian();
            }
        }
        return values;
    }
}
