package org.faceunlock.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {

    @Test
    void rateWithoutTrialsIsUnknown() {
        assertThat(new Rate(0, 0).value()).isNaN();
        assertThat(new Rate(0, 0).interval(0.95)).isEqualTo(new Interval(0, 1, 0.95));
    }

    @Test
    void moreEventsThanTrialsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(3, 2)).withMessageContaining("found 3");
    }

    @Test
    void fiveOfTwentyHaveTheIntervalOfTheTables() {
        Interval interval = new Rate(5, 20).interval(0.95);
        assertThat(interval.lower()).isCloseTo(0.0866, within(5e-5));
        assertThat(interval.upper()).isCloseTo(0.4910, within(5e-5));
    }

    @Test
    void noneOfManyIsAtMostTheRuleOfThree() {
        assertThat(new Rate(0, 1000).interval(0.90).upper()).isCloseTo(3.0 / 1000, within(1e-5));
        assertThat(new Rate(0, 1000).interval(0.90).lower()).isZero();
        assertThat(new Rate(1000, 1000).interval(0.90).upper()).isOne();
    }

    @ParameterizedTest
    @CsvSource({"1,7,0.95", "3,40,0.9", "39,40,0.99", "700,719400,0.95", "0,12,0.95", "12,12,0.8"})
    void endsLeaveHalfTheDoubtInEachTailOfTheBinomial(int events, int trials, double confidence) {
        Interval interval = new Rate(events, trials).interval(confidence);
        if (events > 0) {
            BinomialDistribution low = new BinomialDistribution(null, trials, interval.lower());
            assertThat(1 - low.cumulativeProbability(events - 1)).isCloseTo((1 - confidence) / 2, within(1e-5));
        }
        if (events < trials) {
            BinomialDistribution high = new BinomialDistribution(null, trials, interval.upper());
            assertThat(high.cumulativeProbability(events)).isCloseTo((1 - confidence) / 2, within(1e-5));
        }
    }

    @Test
    void intervalOfTheComplementIsTheMirroredInterval() {
        Interval one = new Rate(3, 50).interval(0.95);
        Interval other = new Rate(3, 50).complement().interval(0.95);
        assertThat(one.lower()).isCloseTo(1 - other.upper(), within(1e-9));
        assertThat(one.upper()).isCloseTo(1 - other.lower(), within(1e-9));
    }

    @Test
    void confidenceMustLeaveADoubt() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(1, 2).interval(1))
                .withMessageContaining("confidence");
    }
}
