package org.faceunlock.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdTest {

    @Test
    void aTieIsAccepted() {
        assertThat(Threshold.cosine(0.8).accepts(0.8)).isTrue();
    }

    @Test
    void theNextNumberBelowIsNot() {
        assertThat(Threshold.cosine(0.8).accepts(Math.nextDown(0.8))).isFalse();
    }

    @Test
    void nanIsNeverAcceptedEvenByTheLaxest() {
        assertThat(Threshold.cosine(-1).accepts(Double.NaN)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 0, 1})
    void theEndsOfTheCosineAreAllowed(double value) {
        assertThat(Threshold.cosine(value).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1.0000001, 1.0000001, 80, Double.NaN, Double.POSITIVE_INFINITY})
    void whatIsNoCosineIsRefused(double value) {
        assertThatThrownBy(() -> Threshold.cosine(value))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("-1 to 1")
                .hasMessageContaining(Double.toString(value));
    }
}
