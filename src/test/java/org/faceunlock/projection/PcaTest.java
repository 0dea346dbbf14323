package org.faceunlock.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PcaTest {

    @Test
    void threePointsOnALineByEye() {
        Pca pca = Pca.fit(new double[][] {{1, 1}, {2, 3}, {3, 5}}, 2);
        assertThat(pca.mean()).containsExactly(2, 3);
        double[] along = {1 / Math.sqrt(5), 2 / Math.sqrt(5)};
        assertThat(pca.components()[0]).containsExactly(along, within(1e-15));
        assertThat(pca.explainedVariance()).containsExactly(new double[] {5, 0}, within(1e-14));
        assertThat(pca.explainedVarianceRatio()).containsExactly(new double[] {1, 0}, within(1e-15));
        assertThat(pca.singularValues()).containsExactly(new double[] {Math.sqrt(10), 0}, within(1e-14));
    }

    @ParameterizedTest
    @EnumSource
    void plantedComponentsAreFoundWithMorePointsThanDimensions(PcaRoute route) {
        findsPlanted(Planted.of(200, 20, 41, 9, 5, 2, 0.5), route);
    }

    @ParameterizedTest
    @EnumSource
    void plantedComponentsAreFoundWithFewerPointsThanDimensions(PcaRoute route) {
        findsPlanted(Planted.of(12, 300, 42, 9, 5, 2, 0.5), route);
    }

    @ParameterizedTest
    @EnumSource
    void plantedComponentsAreFoundWithAsManyPointsAsDimensions(PcaRoute route) {
        findsPlanted(Planted.of(30, 30, 43, 9, 5, 2, 0.5), route);
    }

    private static void findsPlanted(Planted planted, PcaRoute route) {
        int k = planted.singularValues().length;
        Pca pca = Pca.fit(planted.points(), k, route);
        assertThat(pca.singularValues()).containsExactly(planted.singularValues(), within(1e-12));
        double squares = 0;
        for (double value : planted.singularValues()) {
            squares += value * value;
        }
        for (int i = 0; i < k; i++) {
            double square = planted.singularValues()[i] * planted.singularValues()[i];
            assertThat(Math.abs(Axes.dot(pca.components()[i], planted.axes()[i]))).isEqualTo(1, within(1e-12));
            assertThat(pca.explainedVariance()[i]).isEqualTo(square / (planted.points().length - 1), within(1e-12));
            assertThat(pca.explainedVarianceRatio()[i]).isEqualTo(square / squares, within(1e-13));
        }
        assertThat(pca.mean()).containsExactly(planted.mean(), within(1e-13));
    }

    @ParameterizedTest
    @EnumSource
    void componentsAreOrthonormalEvenBeyondTheRank(PcaRoute route) {
        Pca pca = Pca.fit(Planted.of(15, 40, 44, 3, 1).points(), 15, route);
        double[][] axes = pca.components();
        for (int a = 0; a < axes.length; a++) {
            for (int b = 0; b <= a; b++) {
                assertThat(Axes.dot(axes[a], axes[b])).as("%d . %d", a, b).isEqualTo(a == b ? 1 : 0, within(1e-14));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void componentsBeyondTheRankExplainExactlyNothing(PcaRoute route) {
        Pca pca = Pca.fit(Planted.of(15, 40, 45, 3, 1).points(), 15, route);
        for (int k = 2; k < 15; k++) {
            assertThat(pca.singularValues()[k]).isZero();
            assertThat(pca.explainedVarianceRatio()[k]).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void scoresAreCentredUncorrelatedAndOfTheExplainedVariance(PcaRoute route) {
        double[][] x = Planted.gaussian(seeded(46), 60, 25);
        Pca pca = Pca.fit(x, 25, route);
        double[][] scores = pca.transform(x).toArray();
        for (int a = 0; a < 25; a++) {
            double sum = 0;
            for (double[] score : scores) {
                sum += score[a];
            }
            assertThat(sum).isEqualTo(0, within(1e-12));
            for (int b = 0; b <= a; b++) {
                double products = 0;
                for (double[] score : scores) {
                    products += score[a] * score[b];
                }
                double variance = a == b ? pca.explainedVariance()[a] : 0;
                assertThat(products / 59).as("%d, %d", a, b).isEqualTo(variance, within(1e-12));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void ratiosOfAllComponentsAddUpToOne(PcaRoute route) {
        double sum = 0;
        for (double ratio : Pca.fit(Planted.gaussian(seeded(47), 30, 50), 30, route).explainedVarianceRatio()) {
            sum += ratio;
        }
        assertThat(sum).isEqualTo(1, within(1e-13));
    }

    @ParameterizedTest
    @EnumSource
    void singularValuesFall(PcaRoute route) {
        double[] values = Pca.fit(Planted.gaussian(seeded(48), 30, 50), 30, route).singularValues();
        for (int k = 1; k < values.length; k++) {
            assertThat(values[k]).isLessThanOrEqualTo(values[k - 1]);
        }
    }

    @ParameterizedTest
    @EnumSource
    void allComponentsBringThePointsBack(PcaRoute route) {
        double[][] x = Planted.gaussian(seeded(49), 10, 64);
        Pca pca = Pca.fit(x, 10, route);
        closeTo(pca.inverseTransform(pca.transform(x)), x, 1e-12);
    }

    @Test
    void fewerComponentsBringBackWhatLiesAlongThem() {
        Planted planted = Planted.of(50, 8, 50, 4, 2);
        Pca one = Pca.fit(planted.points(), 1);
        double[][] back = one.inverseTransform(one.transform(planted.points()));
        double left = 0;
        for (int row = 0; row < back.length; row++) {
            for (int column = 0; column < 8; column++) {
                left += Math.pow(back[row][column] - planted.points()[row][column], 2);
            }
        }
        assertThat(left).isEqualTo(2 * 2, within(1e-12)); // the squared singular value left out
    }

    @Test
    void pointsThatWereNotFittedAreCentredOnTheFit() {
        Pca pca = Pca.fit(new double[][] {{0, 0}, {2, 0}}, 1);
        assertThat(pca.transform(new double[][] {{5, 7}}).get(0, 0)).isEqualTo(4, within(1e-15));
    }

    @Test
    void transformGivesTheRatiosAlong() {
        double[][] x = Planted.of(9, 5, 51, 2, 1).points();
        assertThat(Pca.fit(x, 2).transform(x).explainedVarianceRatio(0)).isEqualTo(0.8, within(1e-14));
    }

    @ParameterizedTest
    @EnumSource
    void theLargestLoadingOfEachComponentIsPositive(PcaRoute route) {
        for (double[] axis : Pca.fit(Planted.gaussian(seeded(52), 20, 30), 20, route).components()) {
            double largest = 0;
            for (double loading : axis) {
                largest = Math.abs(loading) > Math.abs(largest) ? loading : largest;
            }
            assertThat(largest).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource
    void mirroredPointsHaveTheSameComponents(PcaRoute route) {
        double[][] x = Planted.gaussian(seeded(53), 20, 30);
        double[][] mirrored = Planted.gaussian(new Random(53), 20, 30);
        for (double[] row : mirrored) {
            for (int column = 0; column < row.length; column++) {
                row[column] = -row[column];
            }
        }
        closeTo(Pca.fit(mirrored, 5, route).components(), Pca.fit(x, 5, route).components(), 1e-12);
    }

    @ParameterizedTest
    @EnumSource
    void aFarAwayMeanChangesNothingButTheMean(PcaRoute route) {
        Planted planted = Planted.of(40, 10, 54, 3, 2, 1);
        double[][] shifted = planted.points().clone();
        for (int row = 0; row < shifted.length; row++) {
            shifted[row] = shifted[row].clone();
            for (int column = 0; column < 10; column++) {
                shifted[row][column] += 1e6;
            }
        }
        Pca pca = Pca.fit(shifted, 3, route);
        assertThat(pca.singularValues()).containsExactly(planted.singularValues(), within(1e-8));
        closeTo(pca.components(), Pca.fit(planted.points(), 3, route).components(), 1e-8);
    }

    static Random seeded(long seed) {
        System.out.println("PcaTest: seed " + seed);
        return new Random(seed);
    }

    static void closeTo(double[][] actual, double[][] expected, double tolerance) {
        assertThat(actual).hasDimensions(expected.length, expected[0].length);
        for (int row = 0; row < expected.length; row++) {
            for (int column = 0; column < expected[row].length; column++) {
                assertThat(actual[row][column]).as("%d, %d", row, column)
                        .isEqualTo(expected[row][column], within(tolerance));
            }
        }
    }
}
