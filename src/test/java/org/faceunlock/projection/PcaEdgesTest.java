package org.faceunlock.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PcaEdgesTest {

    @ParameterizedTest
    @EnumSource
    void onePointVariesNowhere(PcaRoute route) {
        Pca pca = Pca.fit(new double[][] {{0.1, 0.2, 0.3}}, 1, route);
        assertThat(pca.explainedVariance()).containsExactly(0);
        assertThat(pca.explainedVarianceRatio()).containsExactly(0);
        assertThat(pca.transform(new double[][] {{0.1, 0.2, 0.3}}).get(0, 0)).isEqualTo(0, within(1e-16));
    }

    @ParameterizedTest
    @EnumSource
    void equalPointsVaryNowhereThoughTheirMeanIsRounded(PcaRoute route) {
        double[][] x = new double[7][];
        Arrays.fill(x, new double[] {0.1, 1e6 / 3, -0.7});
        Pca pca = Pca.fit(x, 3, route);
        assertThat(pca.singularValues()).containsOnly(0);
        assertThat(pca.explainedVarianceRatio()).containsOnly(0);
        assertThat(pca.components()).isDeepEqualTo(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
    }

    @ParameterizedTest
    @EnumSource
    void allZerosVaryNowhere(PcaRoute route) {
        assertThat(Pca.fit(new double[4][9], 4, route).explainedVarianceRatio()).containsOnly(0);
    }

    @ParameterizedTest
    @EnumSource
    void oneDimensionHasOneComponent(PcaRoute route) {
        Pca pca = Pca.fit(new double[][] {{1}, {2}, {6}}, 1, route);
        assertThat(pca.components()).isDeepEqualTo(new double[][] {{1}});
        assertThat(pca.explainedVariance()).containsExactly(new double[] {7}, within(1e-14));
        assertThat(pca.explainedVarianceRatio()).containsExactly(new double[] {1}, within(1e-15));
    }

    @ParameterizedTest
    @EnumSource
    void largeAndSmallNumbersAreWorkedWith(PcaRoute route) {
        for (double scale : new double[] {1e90, 1e-90}) {
            Pca pca = Pca.fit(new double[][] {{0, 0}, {3 * scale, 4 * scale}}, 1, route);
            assertThat(pca.singularValues()[0] / scale).isEqualTo(5 / Math.sqrt(2), within(1e-14));
            assertThat(pca.components()[0]).containsExactly(new double[] {0.6, 0.8}, within(1e-15));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e101})
    void numbersThatAreNotFiniteAreRefusedWithTheirPlace(double value) {
        double[][] x = {{1, 2}, {3, 4}, {5, value}};
        assertThatThrownBy(() -> Pca.fit(x, 1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Double.toString(value)).hasMessageContaining("row 2, column 1");
    }

    @Test
    void fitTransformIsFittingAndThenTransforming() {
        double[][] x = {{1, 2, 3}, {4, 1, 0}, {2, 2, 5}, {0, 1, 1}};
        assertThat(Pca.fitTransform(() -> x, 2).toArray()).isDeepEqualTo(Pca.fit(x, 2).transform(x).toArray());
        assertThat(Pca.map(() -> x).toArray()).isDeepEqualTo(Pca.map(x).toArray());
    }

    @Test
    void numbersThatAreNotFiniteAreRefusedByTransformToo() {
        Pca pca = Pca.fit(new double[][] {{1, 2}, {3, 4}}, 1);
        assertThatThrownBy(() -> pca.transform(new double[][] {{1, Double.NaN}}))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("row 0, column 1");
    }

    @Test
    void raggedRowsAreRefused() {
        assertThatThrownBy(() -> Pca.fit(new double[][] {{1, 2}, {3}}, 1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected 2 numbers in row 1, found 1");
    }

    @Test
    void noPointsAreRefused() {
        assertThatThrownBy(() -> Pca.fit(new double[0][], 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Pca.fit(new double[3][0], 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 3})
    void onlyOneToMinOfPointsAndDimensionsComponentsExist(int components) {
        assertThatThrownBy(() -> Pca.fit(new double[5][2], components)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected 1 to 2").hasMessageContaining("found " + components);
    }

    @Test
    void scoresOfAnotherNumberOfComponentsAreRefused() {
        Pca pca = Pca.fit(new double[][] {{1, 2}, {3, 5}}, 2);
        assertThatThrownBy(() -> pca.inverseTransform(new Projection(new double[1][1], new double[1])))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("expected 2 components, found 1");
    }

    @Test
    void thePointsGivenAreNotChanged() {
        double[][] x = {{1, 2}, {3, 5}, {4, 4}};
        Pca.fit(x, 2).transform(x);
        assertThat(x).isDeepEqualTo(new double[][] {{1, 2}, {3, 5}, {4, 4}});
    }

    @Test
    void whatIsHandedOutIsACopy() {
        Pca pca = Pca.fit(new double[][] {{1, 2}, {3, 5}}, 1);
        double[] before = pca.components()[0].clone();
        pca.components()[0][0] = 9;
        pca.singularValues()[0] = 9;
        pca.mean()[0] = 9;
        assertThat(pca.components()[0]).containsExactly(before);
        assertThat(pca.singularValues()[0]).isNotEqualTo(9);
        assertThat(pca.mean()).containsExactly(2, 3.5);
    }

    @Test
    void aMapOfOnePointHasItAtTheOrigin() {
        Projection map = Pca.map(new double[][] {{0.1, 0.2, 0.3}});
        assertThat(map.toArray()).isDeepEqualTo(new double[][] {{0, 0}});
        assertThat(map.explainedVarianceRatio(0) + map.explainedVarianceRatio(1)).isZero();
    }

    @Test
    void aMapOfNumbersIsALine() {
        Projection map = Pca.map(new double[][] {{1}, {2}, {6}});
        assertThat(map.toArray()).isDeepEqualTo(new double[][] {{-2, 0}, {-1, 0}, {3, 0}});
        assertThat(map.explainedVarianceRatio(0)).isEqualTo(1);
    }

    @Test
    void aMapHasTheFirstTwoComponents() {
        double[][] x = {{1, 2, 0}, {3, 5, 1}, {-4, 0, 2}, {2, 2, 2}};
        assertThat(Pca.map(x).toArray()).isDeepEqualTo(Pca.fit(x, 2).transform(x).toArray());
    }
}
