package org.faceunlock.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    void aThresholdOfAnotherProgramIsReadInItsScale() {
        assertThat(Threshold.parse("0.8")).isEqualTo(Threshold.cosine(0.8));
        assertThat(Threshold.parse("euclidean:1").value()).isEqualTo(0.5);
        assertThat(Threshold.parse("angle:60").value()).isCloseTo(0.5, within(1e-12));
        assertThat(Threshold.parse("euclidean:1").toString()).isEqualTo("similarity >= 0.5000 (euclidean <= 1.0000)");
    }

    @ParameterizedTest
    @CsvSource({"80%, a number", "euclid:1, one of cosine", "euclidean:3, from 0 to 2", "euclidean:, a number",
        "angle:NaN, from 0 to 180"})
    void whatIsNoThresholdIsRefusedWithWhatIsOne(String text, String expected) {
        assertThatThrownBy(() -> Threshold.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(expected);
    }

    @Test
    void whatOthersCallItIsToldInEveryOtherScale() {
        assertThat(Threshold.cosine(0.5).elsewhere()).startsWith("euclidean <= 1.0000, squared-euclidean <= 1.0000, "
                + "angle <= 60.0000, halved >= 0.7500, compreface >= 0.");
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
