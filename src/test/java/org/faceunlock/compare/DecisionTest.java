package org.faceunlock.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.faceunlock.embed.EmbeddedFace;
import org.faceunlock.embed.Embedding;
import org.faceunlock.embed.NearestPhoto;
import org.faceunlock.embed.Threshold;
import org.faceunlock.image.FaceOutcome;
import org.faceunlock.image.FaceStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionTest {

    private static final Threshold ARTICLE = Threshold.cosine(0.8);

    @Test
    void anUnlockedLineReadsLikeTheArticles() {
        assertThat(compared("test/me_test.jpg", 0.8781).decide(ARTICLE)).hasToString(
                "UNLOCKED me_test.jpg: similarity 0.878 is 0.078 above the threshold 0.8");
    }

    @Test
    void aLockedLineSaysWhy() {
        assertThat(compared("test/rio.jpg", 0.283).decide(ARTICLE).line())
                .isEqualTo("LOCKED rio.jpg: similarity 0.283 is 0.517 below the threshold 0.8");
    }

    @Test
    void aLineWithoutSimilaritySaysNone() {
        Measurement none = Measurement.notComparable(Optional.of(Path.of("x.jpg")), new Rejection(Reason.NO_FACE,
                "no face"));
        assertThat(none.decide(ARTICLE).line()).isEqualTo("LOCKED x.jpg: no face");
    }

    @Test
    void aLineIsOneLineWhateverTheFileIsCalled() {
        assertThat(compared("a\nb\u001b[31m.jpg", 0.9).decide(ARTICLE).line())
                .startsWith("UNLOCKED a?b?[31m.jpg: ");
    }

    @Test
    void aLineUsesADotInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(compared("x.jpg", 0.25).decide(ARTICLE).line())
                    .contains("similarity 0.250").contains("0.550 below");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aNearMissIsTold() {
        assertThat(compared("x.jpg", 0.79996).decide(ARTICLE).sentence())
                .isEqualTo("similarity 0.800 is 4.0e-05 below the threshold 0.8");
    }

    @Test
    void aThresholdThatWasChosenIsToldInFourDecimals() {
        assertThat(compared("x.jpg", 0.976).decide(Threshold.cosine(0.6389107644446814)).sentence())
                .isEqualTo("similarity 0.976 is 0.337 above the threshold 0.6389");
    }

    @Test
    void aTieIsTold() {
        assertThat(compared("x.jpg", 0.8).decide(ARTICLE).sentence())
                .isEqualTo("similarity 0.800 is exactly at the threshold 0.8");
    }

    @Test
    void aMeasurementIsEitherComparedOrHindered() {
        assertThatThrownBy(() -> new Measurement(Optional.empty(), List.of(), Optional.empty(), Double.NaN,
                Optional.empty(), Optional.empty())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Measurement(Optional.empty(), List.of(), Optional.empty(), 0.9,
                Optional.empty(), Optional.of(Rejection.INVALID_EMBEDDING)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"MATCH", "NON_MATCH"})
    void aSimilarityIsNoObstacle(Reason reason) {
        assertThatThrownBy(() -> new Rejection(reason, "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anOutcomeWithoutWordsIsToldInThoseOfItsReason() {
        Rejection rejection = Rejection.of(FaceOutcome.without(FaceStatus.SEVERAL_FACES, List.of(), " "));
        assertThat(rejection).isEqualTo(new Rejection(Reason.SEVERAL_FACES, "several faces"));
    }

    private static Measurement compared(String file, double similarity) {
        EmbeddedFace enrolled = EmbeddedFace.of(Path.of("me/1.jpg"), "me", Embedding.of(1));
        return new Measurement(Optional.of(Path.of(file)), List.of(), Optional.empty(), similarity,
                Optional.of(new NearestPhoto(enrolled, similarity)), Optional.empty());
    }
}
