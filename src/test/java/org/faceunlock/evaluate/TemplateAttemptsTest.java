package org.faceunlock.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.faceunlock.compare.ScoreFusion;
import org.faceunlock.embed.Cosine;
import org.faceunlock.embed.Embeddings;
import org.junit.jupiter.api.Test;

class TemplateAttemptsTest {

    @Test
    void everyProbeMeetsEveryTemplateOnce() {
        Embeddings enrolled = Planted.people(Planted.seeded(1), 4, 3, 0.4);
        VerificationScores scores = TemplateAttempts.of(enrolled, enrolled, ScoreFusion.MEAN);
        assertThat(scores.mated()).hasSize(12);
        assertThat(scores.nonMated()).hasSize(36);
        double[] byHand = enrolled.faces().stream().mapToDouble(face ->
                Cosine.similarity(enrolled.person(face.person()).mean(), face.embedding())).sorted().toArray();
        assertThat(scores.mated()).containsExactly(byHand);
    }

    @Test
    void probeIsLeftOutOfItsOwnTemplate() {
        Embeddings faces = Embeddings.of(List.of(
                Planted.face("a", 1, 1, 0), Planted.face("a", 2, 0, 1), Planted.face("b", 1, 0, -1)));
        VerificationScores scores = TemplateAttempts.leaveOneOut(faces, ScoreFusion.MAX);
        assertThat(scores.mated()).containsExactly(0, 0);      // 1 against 2 and 2 against 1, nobody against itself
        assertThat(scores.nonMated()).containsExactly(-1, 0, 0); // a's two against b, b against the better of them
    }

    @Test
    void personWithASinglePhotoMakesNoMatedAttempt() {
        Embeddings faces = Embeddings.of(List.of(Planted.face("a", 1, 1, 0), Planted.face("b", 1, 0, 1)));
        assertThat(TemplateAttempts.leaveOneOut(faces, ScoreFusion.MEAN).mated()).isEmpty();
    }

    @Test
    void ratesOverAttemptsCountFailuresToAcquire() {
        VerificationScores comparisons =
                VerificationScores.of(new double[] {0.9, 0.9, 0.1}, new double[] {0.9, 0.1, 0.1, 0.1});
        VerificationAttempts attempts = VerificationAttempts.of(comparisons).withFailures(1, 4);
        assertThat(attempts.falseRejectRate(0.8)).isEqualTo(new Rate(2, 4));
        assertThat(attempts.falseAcceptRate(0.8)).isEqualTo(new Rate(1, 8));
    }

    @Test
    void ratesOverAttemptsFollowFromThoseOverComparisonsAsInTheStandard() {
        VerificationScores comparisons =
                VerificationScores.of(new double[] {0.9, 0.7, 0.1}, new double[] {0.9, 0.1, 0.1});
        VerificationAttempts attempts = VerificationAttempts.of(comparisons).withFailures(1, 1);
        double failure = 1.0 / 4;
        assertThat(attempts.falseRejectRate(0.8).value())
                .isCloseTo(failure + comparisons.falseNonMatchRate(0.8).value() * (1 - failure), within(1e-12));
        assertThat(attempts.falseAcceptRate(0.8).value())
                .isCloseTo(comparisons.falseMatchRate(0.8).value() * (1 - failure), within(1e-12));
    }
}
