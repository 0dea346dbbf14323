package org.faceunlock.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Random;
import org.faceunlock.image.RgbImage;
import org.faceunlock.models.EmbedderCard;
import org.faceunlock.models.EmbedderWeights;
import org.faceunlock.models.ShippedWeights;
import org.faceunlock.network.Bfloat16;
import org.junit.jupiter.api.Test;

class PrecisionTest {

    private static final EmbedderWeights DEMO = new EmbedderWeights(ShippedWeights.NAME,
            ShippedWeights.read("embedder.pt"), EmbedderCard.DEMO);

    @Test
    void float32IsTheDefault() {
        try (FaceEmbedder embedder = FaceEmbedder.of(DEMO)) {
            assertThat(embedder.precision()).isEqualTo(Precision.FLOAT32).hasToString("float32");
        }
    }

    @Test
    void bfloat16GivesOtherNumbersInTheSameDirection() {
        assumeTrue(Bfloat16.inHardware(), "skipped: this processor has no bfloat16");
        byte[] pixels = new byte[160 * 160 * RgbImage.CHANNELS];
        new Random(7).nextBytes(pixels);
        RgbImage crop = RgbImage.of(160, 160, pixels);
        try (FaceEmbedder full = FaceEmbedder.of(DEMO);
                FaceEmbedder half = FaceEmbedder.of(DEMO, Precision.BFLOAT16)) {
            assertThat(half.embed(crop)).isNotEqualTo(full.embed(crop));
            assertThat(Cosine.similarity(half.embed(crop), full.embed(crop))).isGreaterThan(0.999);
            assertThat(half.precision()).isEqualTo(Precision.BFLOAT16).hasToString("bfloat16");
        }
    }

    @Test
    void bfloat16IsRefusedWhereTheProcessorLacksIt() {
        assumeFalse(Bfloat16.inHardware(), "skipped: this processor has bfloat16");
        assertThatIllegalArgumentException().isThrownBy(() -> FaceEmbedder.of(DEMO, Precision.BFLOAT16))
                .withMessageContaining("use float32");
    }
}
