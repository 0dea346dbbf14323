package org.faceunlock.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.faceunlock.compare.ScoreFusion;
import org.faceunlock.embed.EmbeddedFace;
import org.faceunlock.embed.Embedding;
import org.faceunlock.embed.Embeddings;
import org.faceunlock.embed.Threshold;
import org.faceunlock.evaluate.OwnerScores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimilarityStripTest {

    private static OwnerScores scores(int each, long seed) {
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<EmbeddedFace> faces = new ArrayList<>();
        for (String person : DrawnFaces.people(each, "me", "somebody")) {
            float[] values = new float[8];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) ((i == 0) == person.equals("me") ? 1 + 0.4 * random.nextGaussian()
                        : 0.4 * random.nextGaussian());
            }
            faces.add(EmbeddedFace.of(Path.of(person, faces.size() + ".jpg"), person, Embedding.of(values)));
        }
        return OwnerScores.of(Embeddings.of(faces), "me", ScoreFusion.MEAN);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 12, 50})
    void noFaceCoversAnother(int each) {
        List<StripLayout.PlacedFace> faces = new StripLayout(scores(each, 5)).faces();
        for (int one = 0; one < faces.size(); one++) {
            for (int other = 0; other < one; other++) {
                assertThat(faces.get(one).square().intersects(faces.get(other).square()))
                        .as("face %d covers face %d", one, other).isFalse();
            }
        }
    }

    @Test
    void everyFaceStandsAtItsSimilarity() {
        StripLayout layout = new StripLayout(scores(6, 6));
        for (StripLayout.PlacedFace face : layout.faces()) {
            double x = StripLayout.WIDTH * (layout.score(face).similarity() - layout.low()) / (1 - layout.low());
            assertThat(face.square().getCenterX()).isCloseTo(x, within(1e-9));
        }
    }

    @Test
    void ownersStandAboveTheAxisAndOthersBelow() {
        StripLayout layout = new StripLayout(scores(6, 7));
        for (StripLayout.PlacedFace face : layout.faces()) {
            Rectangle2D square = face.square();
            assertThat(layout.score(face).own() ? square.getMaxY() < 0 : square.getY() >= StripLayout.axisRoom())
                    .isTrue();
        }
    }

    @Test
    void theFramesFollowTheThreshold() {
        OwnerScores scores = scores(3, 8);
        SimilarityStrip strip = SimilarityStrip.of(scores);
        int open = pixels(strip.withThreshold(Threshold.cosine(-1)).draw(), OverlayColour.UNLOCKED);
        int shut = pixels(strip.withThreshold(Threshold.cosine(1)).draw(), OverlayColour.UNLOCKED);
        assertThat(open).isGreaterThan(1000);
        assertThat(shut).isZero();
    }

    @Test
    void aPhotoWithoutASimilarityIsLeftOut() {
        assertThat(new StripLayout(scores(1, 9)).faces()).hasSize(1);
    }

    @Test
    void facesAreOneAScore() {
        OwnerScores scores = scores(2, 10);
        assertThatThrownBy(() -> SimilarityStrip.of(scores).withFaces(DrawnFaces.of(List.of("me"))))
                .hasMessageContaining("expected 4").hasMessageContaining("found 1");
    }

    private static int pixels(BufferedImage picture, OverlayColour colour) {
        int wanted = colour.colour().getRGB();
        int count = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                count += picture.getRGB(x, y) == wanted ? 1 : 0;
            }
        }
        return count;
    }
}
