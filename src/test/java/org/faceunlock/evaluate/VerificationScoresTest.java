package org.faceunlock.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationScoresTest {

    private static final double[] NONE = {};

    @Test
    void scoreThatTiesWithTheThresholdIsAccepted() {
        VerificationScores scores = VerificationScores.of(new double[] {0.8}, new double[] {0.8});
        assertThat(scores.at(0.8)).isEqualTo(new OperatingPoint(0.8, new Rate(1, 1), new Rate(0, 1)));
        double above = Math.nextUp(0.8);
        assertThat(scores.at(above)).isEqualTo(new OperatingPoint(above, new Rate(0, 1), new Rate(1, 1)));
    }

    @Test
    void scoreThatIsNotANumberIsAcceptedByNoThreshold() {
        VerificationScores scores = VerificationScores.of(new double[] {Double.NaN}, new double[] {Double.NaN});
        assertThat(scores.at(-1)).isEqualTo(new OperatingPoint(-1, new Rate(0, 1), new Rate(1, 1)));
    }

    @Test
    void thresholdMustBeANumber() {
        VerificationScores scores = VerificationScores.of(new double[] {1}, NONE);
        assertThatIllegalArgumentException().isThrownBy(() -> scores.falseNonMatchRate(Double.NaN));
    }

    @Test
    void ratesNeedBothKinds() {
        assertThatIllegalStateException()
                .isThrownBy(() -> VerificationScores.of(new double[] {1}, NONE).equalErrorRate())
                .withMessageContaining("found 1 and 0");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void ratesAreThoseOfCounting(long seed) {
        Random random = Planted.seeded(seed);
        double[] mated = Planted.coarse(random, 40, 4, true);
        double[] nonMated = Planted.coarse(random, 90, 0, true);
        VerificationScores scores = VerificationScores.of(mated, nonMated);
        for (double threshold = -1.5; threshold < 1.5; threshold += 0.05) {
            double t = threshold;
            assertThat(scores.falseMatchRate(t).events())
                    .isEqualTo(Arrays.stream(nonMated).filter(score -> score >= t).count());
            assertThat(scores.falseNonMatchRate(t).events())
                    .isEqualTo(Arrays.stream(mated).filter(score -> !(score >= t)).count());
        }
    }

    @Test
    void falseMatchesFallAndFalseNonMatchesRiseWithTheThreshold() {
        Random random = Planted.seeded(11);
        VerificationScores scores =
                VerificationScores.of(Planted.normal(random, 300, 1), Planted.normal(random, 300, 0));
        double fmr = 1;
        double fnmr = 0;
        for (double threshold = -4; threshold < 5; threshold += 0.01) {
            OperatingPoint at = scores.at(threshold);
            assertThat(at.falseMatch().value()).isLessThanOrEqualTo(fmr);
            assertThat(at.falseNonMatch().value()).isGreaterThanOrEqualTo(fnmr);
            fmr = at.falseMatch().value();
            fnmr = at.falseNonMatch().value();
        }
    }

    @Test
    void separatedScoresHaveNoError() {
        VerificationScores scores = VerificationScores.of(new double[] {0.7, 0.9}, new double[] {0.1, 0.6});
        assertThat(scores.equalErrorRate()).isEqualTo(new EqualErrorRate(0, 0.7));
    }

    @Test
    void equalErrorRateByHand() {
        // at 0.6 FMR 1/3, FNMR 1/2; at 0.5 FMR 1/3, FNMR 0: the line between crosses the diagonal at 1/3
        VerificationScores scores = VerificationScores.of(new double[] {0.5, 0.8}, new double[] {0.1, 0.2, 0.6});
        assertThat(scores.equalErrorRate().value()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(scores.equalErrorRate().threshold()).isEqualTo(0.5);
    }

    @Test
    void equalErrorRateOfScoresThatAreAllTheSameIsAHalf() {
        VerificationScores scores = VerificationScores.of(new double[] {0, 0, 0}, new double[] {0, 0});
        assertThat(scores.equalErrorRate().value()).isEqualTo(0.5);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26})
    void equalErrorRateIsThatOfTryingEveryThreshold(long seed) {
        Random random = Planted.seeded(seed);
        double[] mated = Planted.coarse(random, 30 + random.nextInt(20), 3, false);
        double[] nonMated = Planted.coarse(random, 30 + random.nextInt(20), 0, false);
        EqualErrorRate found = VerificationScores.of(mated, nonMated).equalErrorRate();
        assertThat(found.value()).isCloseTo(naiveEqualErrorRate(mated, nonMated), within(1e-12));
    }

    private static double naiveEqualErrorRate(double[] mated, double[] nonMated) {
        VerificationScores scores = VerificationScores.of(mated, nonMated);
        double[] thresholds = Planted.allValues(mated, nonMated, new double[] {10});
        for (int i = thresholds.length - 2; i >= 0; i--) {
            OperatingPoint below = scores.at(thresholds[i]);
            OperatingPoint above = scores.at(thresholds[i + 1]);
            double gapBelow = below.falseMatch().value() - below.falseNonMatch().value();
            double gapAbove = above.falseMatch().value() - above.falseNonMatch().value();
            if (gapBelow >= 0) {
                double share = gapBelow / (gapBelow - gapAbove); // how far from below to above the gap closes
                return (1 - share) * below.falseMatch().value() + share * above.falseMatch().value();
            }
        }
        throw new AssertionError("curves do not cross");
    }

    @Test
    void equalErrorRateOfNormalScoresIsThatOfTheory() {
        Random random = Planted.seeded(31);
        for (double distance : new double[] {0, 1, 2, 3}) {
            VerificationScores scores = VerificationScores.of(
                    Planted.normal(random, 40_000, distance), Planted.normal(random, 40_000, 0));
            double theory = new NormalDistribution().cumulativeProbability(-distance / 2);
            assertThat(scores.equalErrorRate().value()).isCloseTo(theory, within(0.006));
            assertThat(scores.equalErrorRate().threshold()).isCloseTo(distance / 2, within(0.05));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43})
    void equalErrorRateStaysWhenTheRolesAndTheDirectionAreExchanged(long seed) {
        Random random = Planted.seeded(seed);
        double[] mated = Planted.coarse(random, 60, 3, false);
        double[] nonMated = Planted.coarse(random, 45, 0, false);
        double exchanged = VerificationScores.of(negative(nonMated), negative(mated)).equalErrorRate().value();
        assertThat(VerificationScores.of(mated, nonMated).equalErrorRate().value())
                .isCloseTo(exchanged, within(1e-12));
    }

    @Test
    void ratesStayWhenScoresAreStretchedAndShifted() {
        Random random = Planted.seeded(51);
        double[] mated = Planted.normal(random, 100, 1);
        double[] nonMated = Planted.normal(random, 100, 0);
        assertThat(VerificationScores.of(stretched(mated), stretched(nonMated)).equalErrorRate().value())
                .isCloseTo(VerificationScores.of(mated, nonMated).equalErrorRate().value(), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.001, 0.01, 0.1, 0.25, 0.3, 0.9, 0.999})
    void thresholdForATargetIsTheLeastStrictThatMeetsIt(double target) {
        Random random = Planted.seeded(61);
        double[] mated = Planted.coarse(random, 50, 4, true);
        double[] nonMated = Planted.coarse(random, 100, 0, false);
        VerificationScores scores = VerificationScores.of(mated, nonMated);
        OperatingPoint chosen = scores.atFalseMatchRate(target);
        assertThat(chosen.falseMatch().value()).isLessThanOrEqualTo(target);
        assertThat(scores.falseMatchRate(Math.nextDown(chosen.threshold())).value()).isGreaterThan(target);
    }

    @Test
    void targetThatIsAWholeNumberOfComparisonsIsReachedExactly() {
        double[] nonMated = new double[1000];
        Arrays.setAll(nonMated, i -> i / 1000.0);
        for (int allowed = 0; allowed < 1000; allowed++) {
            OperatingPoint point = VerificationScores.of(new double[] {1}, nonMated).atFalseMatchRate(allowed / 1000.0);
            assertThat(point.falseMatch().events()).isEqualTo(allowed);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {71, 72, 73})
    void curveHasExactlyTheThresholdsThatNoOtherBeats(long seed) {
        Random random = Planted.seeded(seed);
        double[] mated = Planted.coarse(random, 40, 3, false);
        double[] nonMated = Planted.coarse(random, 50, 0, false);
        VerificationScores scores = VerificationScores.of(mated, nonMated);
        List<List<Long>> corners = scores.curve().stream().map(VerificationScoresTest::errors).toList();
        assertThat(corners).isEqualTo(naiveCorners(scores, Planted.allValues(mated, nonMated, new double[] {10})));
    }

    private static List<List<Long>> naiveCorners(VerificationScores scores, double[] thresholds) {
        List<List<Long>> all = Arrays.stream(thresholds).mapToObj(t -> errors(scores.at(t))).distinct().toList();
        List<List<Long>> corners = new ArrayList<>(all);
        corners.removeIf(one -> all.stream().anyMatch(other -> !other.equals(one)
                && other.get(0) <= one.get(0) && other.get(1) <= one.get(1)));
        return corners;
    }

    private static List<Long> errors(OperatingPoint point) {
        return List.of(point.falseMatch().events(), point.falseNonMatch().events());
    }

    @Test
    void scoresAreCopiedInAndOut() {
        double[] mated = {0.5};
        VerificationScores scores = VerificationScores.of(mated, new double[] {0.1});
        mated[0] = -1;
        scores.mated()[0] = -1;
        assertThat(scores.mated()).containsExactly(0.5);
    }

    private static double[] negative(double[] scores) {
        return Arrays.stream(scores).map(score -> -score).toArray();
    }

    private static double[] stretched(double[] scores) {
        return Arrays.stream(scores).map(score -> 3 * score + 7).toArray();
    }
}
