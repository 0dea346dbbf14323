package org.faceunlock.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.faceunlock.detect.FacePolicy;
import org.faceunlock.detect.Mtcnn;
import org.faceunlock.detect.MtcnnSettings;
import org.faceunlock.embed.Embeddings;
import org.faceunlock.embed.FaceEmbedder;
import org.faceunlock.evaluate.PairScores;
import org.faceunlock.image.ImageFolder;
import org.faceunlock.models.DetectorWeights;
import org.faceunlock.models.EmbedderWeights;
import org.faceunlock.models.ModelCatalogue;
import org.faceunlock.models.ModelStore;
import org.faceunlock.models.RealModels;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Photographs of real people through the models that npm has: needs npm, and the photographs of ../shared. */
class RealFacesIT {

    private static final Path PHOTOS = Path.of("../shared/photos/lfw10");
    private static final Path MIRROR = Path.of("../shared/mirror");

    private static Mtcnn mtcnn;
    private static FaceEmbedder embedder;

    @BeforeAll
    static void load() {
        ModelStore store = RealModels.with(ModelCatalogue.DLIB);
        RealModels.with(ModelCatalogue.MTCNN);
        mtcnn = Mtcnn.of(DetectorWeights.of(ModelCatalogue.MTCNN, store), MtcnnSettings.defaults()
                .withPolicy(FacePolicy.CENTRE_WEIGHTED_SIZE));
        embedder = FaceEmbedder.of(EmbedderWeights.of(ModelCatalogue.DLIB, store));
    }

    @AfterAll
    static void close() {
        if (embedder != null) {
            mtcnn.close();
            embedder.close();
        }
    }

    private static Embeddings embed(Path folder) {
        return embedder.embed(ImageFolder.of(folder).detect(mtcnn.cutting(embedder.recipe())));
    }

    @Test
    void tenPeopleAreToldApart() {
        assumeTrue(Files.isDirectory(PHOTOS), "SKIPPED: no photographs at " + PHOTOS);
        Embeddings faces = embed(PHOTOS);
        double equal = PairScores.of(faces).scores().equalErrorRate().value();
        SimilarityMatrix similarities = SimilarityMatrix.of(faces);
        long right = IntStream.range(0, faces.size()).filter(face -> faces.face(face).person()
                .equals(faces.face(nearest(similarities, face)).person())).count();
        System.out.printf("RealFacesIT: EER %.2f %%, %d of %d nearest faces right%n", 100 * equal, right, faces.size());
        assertThat(faces.size()).isEqualTo(100);
        assertThat(equal).isLessThanOrEqualTo(0.013);
        assertThat(right).isEqualTo(100);
    }

    private static int nearest(SimilarityMatrix similarities, int face) {
        return IntStream.range(0, similarities.size()).filter(other -> other != face).boxed()
                .max((a, b) -> Double.compare(similarities.get(face, a), similarities.get(face, b))).orElseThrow();
    }

    @Test
    void noPairOfTheArticlesPhotosIsOnTheWrongSideOfSomeThreshold() throws IOException {
        PairScores pairs = PairScores.of(embed(article("faces")));
        double least = Arrays.stream(pairs.scores().mated()).min().orElseThrow();
        double most = Arrays.stream(pairs.scores().nonMated()).max().orElseThrow();
        assertThat(least).isEqualTo(0.939, within(0.002));
        assertThat(most).isEqualTo(0.906, within(0.002));
    }

    @Test
    void theArticlesAttemptsAreDecidedAtTheModelsThreshold() throws IOException {
        FaceUnlock unlock = FaceUnlock.using(mtcnn, embedder).enrol(ImageFolder.of(article("faces")).person("me")
                .detect(mtcnn.cutting(embedder.recipe())), embedder.suggestedThreshold());
        Map.of("me_test.jpg", 0.983, "cropped-miguel-herran-rio-casa-de-papel-0919-1400x800.jpg", 0.900,
                "400px-Elon_Musk_Royal_Society.jpg", 0.840, "202008-full.jpg", 0.784).forEach((name, similarity) -> {
                    Decision decision = unlock.attempt(attempt(name));
                    assertThat(decision.similarity()).as(name).isEqualTo(similarity, within(0.003));
                    assertThat(decision.unlocked()).as(name).isEqualTo(name.equals("me_test.jpg"));
                });
    }

    private static Path attempt(String name) {
        try {
            return article("faces_test").resolve(name);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path article(String folder) throws IOException {
        assumeTrue(Files.isDirectory(MIRROR), "SKIPPED: no photographs at " + MIRROR);
        try (Stream<Path> files = Files.walk(MIRROR)) {
            return files.filter(path -> path.endsWith(folder)).findFirst().orElseThrow();
        }
    }
}
