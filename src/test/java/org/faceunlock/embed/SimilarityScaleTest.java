package org.faceunlock.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SimilarityScaleTest {

    @ParameterizedTest
    @CsvSource({"EUCLIDEAN,0.6324555320336759", "SQUARED_EUCLIDEAN,0.4", "ANGLE,36.86989764584402", "HALVED,0.9",
        "COSINE,0.8"})
    void articlesThresholdInEveryScale(SimilarityScale scale, double value) {
        assertThat(Threshold.cosine(0.8).in(scale)).isCloseTo(value, within(1e-12));
        assertThat(Threshold.of(scale, value).value()).isCloseTo(0.8, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(SimilarityScale.class)
    void wayThereAndBackKeepsTheCosine(SimilarityScale scale) {
        for (double cosine = -0.95; cosine < 1; cosine += 0.05) {
            assertThat(scale.to(SimilarityScale.COSINE, SimilarityScale.COSINE.to(scale, cosine)))
                    .isCloseTo(cosine, within(1e-8));
        }
    }

    @ParameterizedTest
    @EnumSource(SimilarityScale.class)
    void directionIsThatOfTheNumbers(SimilarityScale scale) {
        double alike = SimilarityScale.COSINE.to(scale, 0.9);
        double unlike = SimilarityScale.COSINE.to(scale, 0.1);
        assertThat(alike > unlike).isEqualTo(scale.higherIsMoreAlike());
    }

    @ParameterizedTest
    @EnumSource(SimilarityScale.class)
    void numberThatTheScaleDoesNotHaveIsRefused(SimilarityScale scale) {
        for (double value : new double[] {Math.nextDown(scale.least()), Math.nextUp(scale.most()), Double.NaN}) {
            assertThatIllegalArgumentException().isThrownBy(() -> Threshold.of(scale, value))
                    .withMessageContaining(scale.title());
        }
    }

    @Test
    void faceRecognitionsTolerance() {
        assertThat(Threshold.of(SimilarityScale.FACE_RECOGNITION, 0.6).value()).isCloseTo(0.912, within(5e-4));
    }

    @Test
    void compreFaceIsAHalfWhereItsCurveIsSteepest() {
        double cosine = 1 - 1.1817961 * 1.1817961 / 2;
        assertThat(Threshold.cosine(cosine).in(SimilarityScale.COMPREFACE)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void thresholdSaysInWhichScaleItWasStated() {
        assertThat(Threshold.of(SimilarityScale.EUCLIDEAN, 1))
                .hasToString("similarity >= 0.5000 (euclidean <= 1.0000)");
    }
}
