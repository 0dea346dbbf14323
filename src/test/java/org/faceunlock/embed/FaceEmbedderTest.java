package org.faceunlock.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.faceunlock.image.FaceDetector;
import org.faceunlock.image.FaceOutcome;
import org.faceunlock.image.FaceStatus;
import org.faceunlock.image.RgbImage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FaceEmbedderTest {

    private static final FaceDetector NOBODY = photo ->
            FaceOutcome.without(FaceStatus.NO_FACE, List.of(), "no face found");

    private static FaceEmbedder embedder;

    @BeforeAll
    static void load() {
        embedder = FaceEmbedder.load("demo");
    }

    @AfterAll
    static void close() {
        embedder.close();
    }

    @Test
    void aPhotoWithoutAFaceFailsWithItsNameAndTheReason() {
        Path photo = Path.of("faces/me/me_1.jpg");
        assertThatThrownBy(() -> embedder.embed(NOBODY.find(photo)))
                .isInstanceOf(IllegalStateException.class).hasMessage(photo + ": no face found");
    }

    @Test
    void anInterruptEndsTheEmbedding() {
        List<RgbImage> crops = Collections.nCopies(3, RgbImage.of(160, 160, new byte[3 * 160 * 160]));
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> embedder.embed(crops))
                    .isInstanceOf(CancellationException.class).hasMessage("interrupted after 0 of 3 faces");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void theShippedWeightsSuggestTheThresholdOfTheirCard() {
        assertThat(embedder.suggestedThreshold()).isEqualTo(Threshold.cosine(0.75));
        assertThat(embedder).hasToString("FaceEmbedder with demo: two faces are one person's at similarity >= 0.75");
    }
}
