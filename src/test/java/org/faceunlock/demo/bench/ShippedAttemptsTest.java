package org.faceunlock.demo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.faceunlock.compare.Decision;
import org.faceunlock.compare.FaceUnlock;
import org.faceunlock.compare.Reason;
import org.faceunlock.compare.SimilarityMatrix;
import org.faceunlock.detect.Mtcnn;
import org.faceunlock.detect.MtcnnSettings;
import org.faceunlock.embed.Embeddings;
import org.faceunlock.embed.FaceEmbedder;
import org.faceunlock.image.FaceSet;
import org.faceunlock.image.ImageFolder;
import org.faceunlock.models.ShippedWeights;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a visitor sees first: the shipped people through the shipped models, at the threshold of their card. */
class ShippedAttemptsTest {

    private static final double LEAST_MARGIN = 0.05;

    private static Mtcnn mtcnn;
    private static FaceEmbedder embedder;
    private static FaceSet faces;
    private static FaceUnlock unlock;

    @BeforeAll
    static void enrol() {
        mtcnn = Mtcnn.load(ShippedWeights.NAME, MtcnnSettings.defaults());
        embedder = FaceEmbedder.load(ShippedWeights.NAME);
        faces = ImageFolder.of(Path.of("faces")).detect(mtcnn);
        unlock = FaceUnlock.using(mtcnn, embedder).enrol(faces.person("me"),
                embedder.suggestedThreshold());
    }

    @AfterAll
    static void close() {
        mtcnn.close();
        embedder.close();
    }

    @Test
    void everyShippedPhotoHasItsFace() {
        assertThat(faces.faces().size()).isEqualTo(8);
    }

    @Test
    void photosOfOnePersonAreMoreAlikeThanAnyOfTwo() {
        Embeddings embeddings = embedder.embed(faces);
        SimilarityMatrix similarities = SimilarityMatrix.of(embeddings);
        double leastOfOne = 1;
        double mostOfTwo = -1;
        for (int a = 0; a < similarities.size(); a++) {
            for (int b = 0; b < a; b++) {
                if (embeddings.face(a).person().equals(embeddings.face(b).person())) {
                    leastOfOne = Math.min(leastOfOne, similarities.get(a, b));
                } else {
                    mostOfTwo = Math.max(mostOfTwo, similarities.get(a, b));
                }
            }
        }
        assertThat(leastOfOne).isGreaterThan(mostOfTwo);
    }

    @Test
    void meUnlocksWithAMargin() {
        Decision decision = attempt("me_test.jpg");
        assertThat(decision.unlocked()).as(decision.line()).isTrue();
        assertThat(decision.margin()).as(decision.line()).isGreaterThanOrEqualTo(LEAST_MARGIN);
    }

    @Test
    void strangerAndLookAlikeStayLockedWithAMargin() {
        for (String file : List.of("stranger.jpg", "look_alike.jpg")) {
            Decision decision = attempt(file);
            assertThat(decision.reason()).as(decision.line()).isEqualTo(Reason.NON_MATCH);
            assertThat(decision.margin()).as(decision.line()).isLessThanOrEqualTo(-LEAST_MARGIN);
        }
    }

    @Test
    void groupAndEmptyRoomStayLockedForTheirOwnReasons() {
        assertThat(attempt("group.jpg").reason()).isEqualTo(Reason.SEVERAL_FACES);
        assertThat(attempt("no_face.jpg").reason()).isEqualTo(Reason.NO_FACE);
    }

    private static Decision attempt(String file) {
        return unlock.attempt(Path.of("faces_test", file));
    }
}
