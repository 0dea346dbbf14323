package org.faceunlock.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the two routes share and where they part. */
class PcaRouteTest {

    @Test
    void routesAgreeOnManyPoints() {
        agree(decaying(300, 64, 61));
    }

    @Test
    void routesAgreeOnFewPoints() {
        agree(decaying(40, 512, 62));
    }

    private static void agree(double[][] x) {
        Pca svd = Pca.fit(x, 10, PcaRoute.SVD);
        Pca covariance = Pca.fit(x, 10, PcaRoute.COVARIANCE);
        assertThat(covariance.singularValues()).containsExactly(svd.singularValues(), within(1e-12));
        assertThat(covariance.explainedVarianceRatio()).containsExactly(svd.explainedVarianceRatio(), within(1e-13));
        PcaTest.closeTo(covariance.components(), svd.components(), 1e-11);
        PcaTest.closeTo(covariance.transform(x).toArray(), svd.transform(x).toArray(), 1e-11);
    }

    @Test
    void theSvdSeesAComponentOfABillionth() {
        Planted planted = Planted.of(30, 12, 63, 1, 1e-9);
        Pca pca = Pca.fit(planted.points(), 2, PcaRoute.SVD);
        assertThat(pca.singularValues()[1]).isEqualTo(1e-9, within(1e-14));
        assertThat(Math.abs(Axes.dot(pca.components()[1], planted.axes()[1]))).isEqualTo(1, within(1e-9));
    }

    @Test
    void theCovarianceCountsAComponentOfABillionthAsNothing() {
        Planted planted = Planted.of(30, 12, 63, 1, 1e-9);
        assertThat(Pca.fit(planted.points(), 2, PcaRoute.COVARIANCE).singularValues()[1]).isZero();
    }

    @Test
    void theCovarianceStillSeesAComponentOfAMillionth() {
        Planted planted = Planted.of(30, 12, 64, 1, 1e-6);
        Pca pca = Pca.fit(planted.points(), 2, PcaRoute.COVARIANCE);
        assertThat(pca.singularValues()[1]).isEqualTo(1e-6, within(1e-9));
        assertThat(Math.abs(Axes.dot(pca.components()[1], planted.axes()[1]))).isEqualTo(1, within(1e-6));
    }

    @Test
    void twentyThousandEmbeddingsTakeSecondsAndLittleMemory() {
        double[][] x = decaying(20_000, 512, 65);
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        Pca pca = Pca.fit(x, 2);
        double seconds = (System.nanoTime() - start) / 1e9;
        double megabytes = (threads.getCurrentThreadAllocatedBytes() - before) / 1e6;
        System.out.printf("Pca.fit: 20,000 x 512 in %.2f s, %.0f MB allocated in all, most of it at once garbage%n",
                seconds, megabytes);
        assertThat(seconds).isLessThan(30);
        assertThat(pca.explainedVarianceRatio()[0]).isGreaterThan(pca.explainedVarianceRatio()[1]);
        assertThat(pca.components()[0][0]).as("the planted first axis").isGreaterThan(0.99);
    }

    /** Points of falling variance along the coordinates, so that components are well apart, and off the origin. */
    private static double[][] decaying(int size, int dimension, long seed) {
        Random random = PcaTest.seeded(seed);
        double[][] x = Planted.gaussian(random, size, dimension);
        for (double[] row : x) {
            for (int column = 0; column < dimension; column++) {
                row[column] = 3 + row[column] / (1 + column);
            }
        }
        return x;
    }
}
