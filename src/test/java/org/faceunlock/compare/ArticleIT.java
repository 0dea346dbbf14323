package org.faceunlock.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.faceunlock.GoldenNumbers;
import org.faceunlock.checkpoint.CheckpointFile;
import org.faceunlock.detect.FacePolicy;
import org.faceunlock.detect.Mtcnn;
import org.faceunlock.detect.MtcnnSettings;
import org.faceunlock.embed.Embeddings;
import org.faceunlock.embed.FaceEmbedder;
import org.faceunlock.embed.Threshold;
import org.faceunlock.image.FaceSet;
import org.faceunlock.image.ImageFolder;
import org.faceunlock.models.ModelCatalogue;
import org.faceunlock.models.ModelStore;
import org.faceunlock.models.RemoteFile;
import org.faceunlock.models.StoredFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The article's own numbers, with the published vggface2 weights: runs where the user's store, or the mirror, has them.
 */
class ArticleIT {

    private static final Path MIRROR = Path.of("../shared/mirror");
    private static final double TOLERANCE = 0.02; // the article prints two digits

    private static Path weights;
    private static Path photos;
    private static JsonObject article;

    @BeforeAll
    static void find() throws IOException {
        assumeTrue(Files.isDirectory(MIRROR), "skipped: no ../shared/mirror with the photos beside the checkout");
        StoredFile stored = ModelStore.ofUser().files(ModelCatalogue.VGGFACE2).get(0);
        RemoteFile remote = stored.expected();
        Path mirrored = MIRROR.resolve(remote.mirrorPath());
        weights = Files.exists(stored.path()) ? stored.path() : mirrored;
        assumeTrue(Files.exists(weights), "skipped: the vggface2 weights are neither in the store (" + stored.path()
                + ") nor in the mirror; fetch them with ./face-unlock models fetch vggface2");
        photos = facesFolder();
        article = GoldenNumbers.json("article.json");
    }

    private static Path facesFolder() throws IOException {
        try (var files = Files.walk(MIRROR)) {
            return files.filter(path -> path.endsWith("faces")).findFirst().orElseThrow();
        }
    }

    @Test
    void similaritiesAreThoseThatTheArticlePrints() {
        try (Mtcnn mtcnn = mtcnn(); FaceEmbedder embedder = FaceEmbedder.load(weights)) {
            Embeddings embeddings = embedder.embed(ImageFolder.of(photos).detect(mtcnn));
            SimilarityMatrix ours = SimilarityMatrix.of(embeddings);
            JsonArray theirs = article.getAsJsonArray("similarity");
            assertThat(ours.size()).isEqualTo(theirs.size());
            for (int row = 0; row < ours.size(); row++) {
                for (int column = 0; column < ours.size(); column++) {
                    assertThat(ours.get(row, column)).as("similarity [%d, %d]", row, column)
                            .isCloseTo(theirs.get(row).getAsJsonArray().get(column).getAsDouble(), within(TOLERANCE));
                }
            }
        }
    }

    @Test
    void attemptsComeOutAsInTheArticle() {
        try (Mtcnn mtcnn = mtcnn(); FaceEmbedder embedder = FaceEmbedder.load(weights)) {
            FaceSet me = ImageFolder.of(photos).person("me").detect(mtcnn);
            FaceUnlock unlock = FaceUnlock.using(mtcnn, embedder).enrol(me, Threshold.cosine(0.8));
            for (Map.Entry<String, JsonElement> attempt : article.getAsJsonObject("attempts").entrySet()) {
                Decision decision = unlock.attempt(photos.resolveSibling("faces_test").resolve(attempt.getKey()));
                double printed = attempt.getValue().getAsDouble();
                assertThat(decision.similarity()).as(attempt.getKey()).isCloseTo(printed, within(TOLERANCE));
                assertThat(decision.unlocked()).isEqualTo(printed >= 0.8);
            }
        }
    }

    private static Mtcnn mtcnn() {
        Path data = MIRROR.resolve("raw.githubusercontent.com/timesler/facenet-pytorch/"
                + "787da06156087cd6b616fe6608213722bddc30cd/data");
        List<String> files = List.of("pnet.pt", "rnet.pt", "onet.pt");
        return Mtcnn.of(CheckpointFile.read(data.resolve(files.get(0))),
                CheckpointFile.read(data.resolve(files.get(1))),
                CheckpointFile.read(data.resolve(files.get(2))), MtcnnSettings.defaults()
                .withPolicy(FacePolicy.LARGEST));
    }
}
