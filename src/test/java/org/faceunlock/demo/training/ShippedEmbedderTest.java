package org.faceunlock.demo.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.faceunlock.checkpoint.DType;
import org.faceunlock.demo.people.FaceRenderer;
import org.faceunlock.demo.people.Identity;
import org.faceunlock.demo.people.Limits;
import org.faceunlock.demo.people.RenderedPhoto;
import org.faceunlock.embed.Embedding;
import org.faceunlock.embed.FaceEmbedder;
import org.faceunlock.evaluate.VerificationScores;
import org.faceunlock.image.Crop;
import org.faceunlock.image.RgbImage;
import org.faceunlock.models.ShippedWeights;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the embedder that ships promises; the figures over many people are in models.md and come from the bench. */
class ShippedEmbedderTest {

    private static final int LARGEST_FILE = 2_600_000;

    private static FaceEmbedder embedder;

    @BeforeAll
    static void load() {
        embedder = FaceEmbedder.of(ShippedWeights.NAME, ShippedWeights.read("embedder.pt"));
    }

    @AfterAll
    static void close() {
        embedder.close();
    }

    @Test
    void embeddingsAre512NumbersOfUnitLength() {
        float[] values = embedder.embed(face(Identity.of(9001), 1)).toArray();
        double squares = 0;
        for (float value : values) {
            squares += (double) value * value;
        }
        assertThat(values).hasSize(512);
        assertThat(squares).isEqualTo(1, within(1e-5));
    }

    @Test
    void twoPhotosOfOnePersonAreMoreAlikeThanThoseOfTwo() {
        Embedding first = embedder.embed(face(Identity.of(9001), 1));
        Embedding again = embedder.embed(face(Identity.of(9001), 2));
        Embedding stranger = embedder.embed(face(Identity.of(9002), 3));
        assertThat(cosine(first, again)).isGreaterThan(cosine(first, stranger) + 0.2)
                .isGreaterThan(cosine(again, stranger) + 0.2);
    }

    @Test
    void peopleWhomNoTrainingHasSeenAreToldApart() {
        long seed = 90_000;
        System.out.println("ShippedEmbedderTest seed " + seed);
        VerificationScores scores = NewPeopleCheck.measure(embedder, 12, 4, seed);
        assertThat(scores.equalErrorRate().value()).isLessThan(0.05);
    }

    @Test
    void theFileIsSmallAndHoldsHalves() throws IOException {
        try (InputStream file = ShippedWeights.class.getResourceAsStream("embedder.pt")) {
            assertThat(file.readAllBytes()).hasSizeLessThan(LARGEST_FILE);
        }
        assertThat(ShippedWeights.read("embedder.pt").tensors().values())
                .allMatch(tensor -> tensor.type() == DType.FLOAT16);
    }

    @Test
    void theModelCardTellsOfTheEmbedder() throws IOException {
        try (InputStream card = ShippedWeights.class.getResourceAsStream("models.md")) {
            assertThat(new String(card.readAllBytes(), StandardCharsets.UTF_8)).contains("embedder.pt",
                    "train embedder");
        }
    }

    private static RgbImage face(Identity person, long seed) {
        RenderedPhoto photo = FaceRenderer.portrait(person, seed, 320, 320, Limits.PORTRAIT);
        return Crop.DEFAULT.cut(photo.image(), photo.truths().get(0).box()).orElseThrow();
    }

    private static double cosine(Embedding a, Embedding b) {
        double sum = 0;
        for (int i = 0; i < a.size(); i++) {
            sum += a.get(i) * b.get(i);
        }
        return sum;
    }
}
