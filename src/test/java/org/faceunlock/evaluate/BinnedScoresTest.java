package org.faceunlock.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.faceunlock.embed.Embeddings;
import org.junit.jupiter.api.Test;

/** Counted comparisons against those that are kept. */
class BinnedScoresTest {

    private final Embeddings faces = Planted.people(Planted.seeded(1), 20, 5, 0.9);
    private final VerificationScores kept = PairScores.of(faces).scores();
    private final BinnedScores binned = BinnedScores.of(faces);

    @Test
    void errorsAtEdgesAreThoseOfTheComparisons() {
        for (int edge = -10_000; edge <= 10_000; edge += 7) {
            double threshold = edge / 10_000.0;
            assertThat(binned.at(threshold)).isEqualTo(kept.at(threshold));
        }
    }

    @Test
    void everyPointOfTheCurveIsOneOfTheComparisons() {
        List<OperatingPoint> curve = binned.curve();
        assertThat(curve).hasSizeGreaterThan(100).allSatisfy(point -> assertThat(point)
                .isEqualTo(kept.at(point.threshold())));
        assertThat(curve.get(0).falseNonMatch().events()).isZero();
        assertThat(curve.get(curve.size() - 1).falseMatch().events()).isZero();
    }

    @Test
    void equalErrorRateIsWithinABinOfTheExactOne() {
        assertThat(binned.equalErrorRate().value()).isCloseTo(kept.equalErrorRate().value(), within(0.005));
        assertThat(binned.equalErrorRate().threshold()).isCloseTo(kept.equalErrorRate().threshold(), within(2e-4));
    }

    @Test
    void thresholdForARateKeepsIt() {
        OperatingPoint point = binned.atFalseMatchRate(0.01);
        assertThat(point.falseMatch().value()).isLessThanOrEqualTo(0.01);
        assertThat(binned.at(point.threshold() - 1e-4).falseMatch().value()).isGreaterThan(0.01);
    }

    @Test
    void similarityOfNothingIsAcceptedByNone() {
        BinnedScores scores = BinnedScores.of(Embeddings.of(List.of(Planted.face("a", 1, 1, 0),
                Planted.face("a", 2, 0, 0), Planted.face("b", 1, 1, 1))));
        assertThat(scores.at(-1)).isEqualTo(new OperatingPoint(-1, new Rate(1, 2), new Rate(1, 1)));
    }

    @Test
    void onePersonAloneIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> BinnedScores.of(faces.person("p0")));
    }
}
