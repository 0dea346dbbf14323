package org.faceunlock.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdReportTest {

    @Test
    void noErrorInTwentyOnePairsProvesLittle() {
        assertThat(ThresholdReport.noError(21, "stranger pairs", "FMR"))
                .isEqualTo("No error in 21 stranger pairs proves only FMR < 13.3 % (one-sided 95 %).");
    }

    @Test
    void unreachableTargetIsTold() {
        ThresholdReport report = report(VerificationScores.of(new double[] {0.9}, new double[] {0.1, 0.2}));
        assertThat(report.cautions()).anyMatch(line -> line.startsWith("FMR 0.1 % is out of reach: 2 stranger pairs"));
    }

    @Test
    void greyZoneHoldsTheThresholdAndNeverUnlocksInside() {
        Random random = Planted.seeded(4);
        ThresholdReport report = report(VerificationScores.of(
                Planted.normal(random, 200, 3), Planted.normal(random, 500, 0)));
        GreyZone zone = report.greyZone();
        assertThat(report.threshold()).isBetween(zone.lower(), zone.upper());
        assertThat(zone.lower()).isLessThan(zone.upper());
        assertThat(zone.verdict(zone.upper())).isEqualTo(GreyZone.Verdict.UNLOCKED);
        assertThat(zone.verdict(Math.nextDown(zone.upper()))).isEqualTo(GreyZone.Verdict.UNSURE);
        assertThat(zone.verdict(Math.nextDown(zone.lower()))).isEqualTo(GreyZone.Verdict.LOCKED);
        assertThat(zone.verdict(Double.NaN)).isEqualTo(GreyZone.Verdict.LOCKED);
    }

    @Test
    void greyZoneNarrowsWithMoreComparisons() {
        Random random = Planted.seeded(5);
        GreyZone few = report(VerificationScores.of(
                Planted.normal(random, 50, 3), Planted.normal(random, 200, 0))).greyZone();
        GreyZone many = report(VerificationScores.of(
                Planted.normal(random, 5000, 3), Planted.normal(random, 20000, 0))).greyZone();
        assertThat(many.upper() - many.lower()).isLessThan(few.upper() - few.lower());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void areaUnderTheCurveIsTheShareOfPairsInTheRightOrder(long seed) {
        Random random = Planted.seeded(seed);
        double[] mated = Planted.coarse(random, 40, 4, seed % 2 == 0);
        double[] nonMated = Planted.coarse(random, 70, 0, seed % 2 == 0);
        VerificationScores scores = VerificationScores.of(mated, nonMated);
        double wins = 0;
        for (double own : scores.mated()) {
            for (double other : scores.nonMated()) {
                wins += own > other ? 1 : own == other ? 0.5 : 0;
            }
        }
        assertThat(scores.areaUnderCurve()).isCloseTo(wins / (40 * 70), within(1e-12));
    }

    @Test
    void thresholdsAreTheDifferentScores() {
        VerificationScores scores = VerificationScores.of(new double[] {0.5, 0.7, Double.NaN}, new double[] {0.5,
                -0.0, 0.0});
        assertThat(scores.thresholds()).containsExactly(0.0, 0.5, 0.7);
    }

    /** The ends of Clopper-Pearson's interval by halving on sums of the binomial in logarithms, a naive twin. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 61, 400})
    void exactIntervalIsThatOfHalving(int trials) {
        for (int events = 0; events <= trials; events += Math.max(1, trials / 7)) {
            Interval interval = new Rate(events, trials).interval(0.95);
            int k = events;
            assertThat(interval.lower()).isCloseTo(
                    k == 0 ? 0 : halving(p -> upperTail(k, trials, p) < 0.025), within(1e-12));
            assertThat(interval.upper()).isCloseTo(
                    k == trials ? 1 : halving(p -> 1 - upperTail(k + 1, trials, p) > 0.025), within(1e-12));
        }
    }

    private static double halving(DoublePredicate below) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 80; i++) {
            double middle = (low + high) / 2;
            low = below.test(middle) ? middle : low;
            high = below.test(middle) ? high : middle;
        }
        return low;
    }

    private static double upperTail(int from, int trials, double p) {
        return IntStream.rangeClosed(from, trials).mapToDouble(k -> Math.exp(IntStream.rangeClosed(1, k)
                .mapToDouble(i -> Math.log((trials - k + i) / (double) i)).sum() + k * Math.log(p)
                + (trials - k) * Math.log1p(-p))).sum();
    }

    @Test
    void onePercentTakesTwoHundredAndNinetyNinePairs() {
        SamplePlan plan = SamplePlan.of(0.01);
        assertThat(plan.comparisons()).isEqualTo(299);
        assertThat(plan.people() * (plan.people() - 1) / 2).isGreaterThanOrEqualTo(299);
        assertThat(new Rate(0, 299).upperBound(0.95)).isLessThanOrEqualTo(0.01);
        assertThat(new Rate(0, 298).upperBound(0.95)).isGreaterThan(0.01);
        assertThatIllegalArgumentException().isThrownBy(() -> SamplePlan.of(0)).withMessageContaining("rate");
    }

    private static ThresholdReport report(VerificationScores scores) {
        return ThresholdReport.of("scores of a test", VerificationAttempts.of(scores), ThresholdRule.targetFmr(0.001),
                1);
    }
}
