package org.faceunlock.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.faceunlock.compare.ScoreFusion;
import org.faceunlock.embed.Cosine;
import org.faceunlock.embed.EmbeddedFace;
import org.faceunlock.embed.Embeddings;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.Detection;
import org.faceunlock.image.FaceOutcome;
import org.faceunlock.image.FaceSet;
import org.faceunlock.image.FaceStatus;
import org.faceunlock.image.PhotoResult;
import org.faceunlock.image.RgbImage;
import org.faceunlock.pipeline.EmbeddedPhoto;
import org.junit.jupiter.api.Test;

class EvaluationFacesTest {

    private final Embeddings faces = Planted.people(Planted.seeded(1), 3, 4, 1);
    private final Embeddings strangers = Planted.people(Planted.seeded(2), 5, 1, 1);

    private static final RgbImage CROP = RgbImage.of(1, 1, new byte[3]);
    private static final Detection DETECTION = new Detection(new Box(0, 0, 1, 1), 1, Planted.landmarks(0, 0, 1));
    private static final FaceOutcome FACE = FaceOutcome.face(List.of(DETECTION), DETECTION, CROP);

    @Test
    void templateComparisonsAreThoseThatLeaveTheProbeOut() {
        for (Fusion fusion : List.of(Fusion.MEAN, Fusion.of(ScoreFusion.MAX), Fusion.of(ScoreFusion.topK(3)))) {
            VerificationScores scores = EvaluationFaces.of(faces, Embeddings.of(List.of()))
                    .compare(ComparisonProtocol.PHOTO_TO_TEMPLATE, fusion).scores();
            VerificationScores expected = TemplateAttempts.leaveOneOut(faces, ScoreFusion.named(fusion.name()));
            assertThat(scores.mated()).isEqualTo(expected.mated());
            assertThat(scores.nonMated()).isEqualTo(expected.nonMated());
        }
    }

    @Test
    void eachStrangerIsAnotherPerson() {
        EvaluationFaces all = EvaluationFaces.of(faces, strangers);
        assertThat(all.people()).hasSize(8);
        PairScores single = all.compare(ComparisonProtocol.PHOTO_TO_PHOTO, Fusion.MEAN);
        assertThat(single.scores().mated()).hasSize(3 * 6);
        assertThat(single.scores().nonMated()).hasSize(17 * 16 / 2 - 18);
        assertThat(all.compare(ComparisonProtocol.PHOTO_TO_TEMPLATE, Fusion.MEAN).scores().nonMated())
                .hasSize(3 * (8 + 5));
    }

    @Test
    void probesAreComparedWithTheFacesAndNotWithOneAnother() {
        List<EmbeddedPhoto> photos = faces.faces().stream().map(EmbeddedPhoto::of).toList();
        EvaluationFaces apart = EvaluationFaces.of(photos, photos.subList(0, 2), List.of());
        assertThat(apart.compare(ComparisonProtocol.PHOTO_TO_PHOTO, Fusion.MEAN).size()).isEqualTo(12 * 2);
        assertThat(apart.compare(ComparisonProtocol.PHOTO_TO_TEMPLATE, Fusion.MEAN).size()).isEqualTo(3 * 2);
    }

    @Test
    void photosWithoutAFaceFailInAsLargeAShareOfTheAttempts() {
        EmbeddedPhoto empty = EmbeddedPhoto.without(Path.of("p0/none.jpg"), "p0", FaceStatus.NO_FACE,
                "no face found");
        List<EmbeddedPhoto> photos = Stream.concat(
                faces.faces().stream().map(EmbeddedPhoto::of), Stream.of(empty, empty, empty, empty)).toList();
        EvaluationFaces all = EvaluationFaces.of(photos, List.of(), List.of());
        VerificationAttempts attempts = all.attempts(all.compare(ComparisonProtocol.PHOTO_TO_TEMPLATE, Fusion.MEAN));
        assertThat(attempts.matedFailures()).isEqualTo(4);
        assertThat(attempts.nonMatedFailures()).isEqualTo(8);
        assertThat(attempts.falseRejectRate(-1).value()).isCloseTo(4.0 / 16, within(1e-12));
    }

    @Test
    void trimmedMeanLeavesTheLowestAndTheHighestOut() {
        Embeddings own = faces.person("p0");
        double[] cosines = own.faces().stream().map(EmbeddedFace::embedding)
                .mapToDouble(face -> Cosine.similarity(face, strangers.get(0))).sorted().toArray();
        assertThat(Fusion.TRIMMED_MEAN.enrol(own).applyAsDouble(strangers.get(0)))
                .isCloseTo((cosines[1] + cosines[2]) / 2, within(1e-12));
    }

    @Test
    void photoOfNobodyIsRefused() {
        EmbeddedPhoto nobody = EmbeddedPhoto.without(Path.of("a.jpg"), "", FaceStatus.NO_FACE,
                "no face found");
        assertThatIllegalArgumentException().isThrownBy(() -> EvaluationFaces.of(List.of(nobody), List.of(), List.of()))
                .withMessageContaining("--strangers");
    }

    @Test
    void rulesStandInOneTableOnTheSameFolds() {
        assertThat(FusionTable.of(EvaluationFaces.of(faces, strangers), Fusion.ALL, ThresholdRule.targetFmr(0.01), 1)
                .stringColumn("rule").asList()).containsExactly("mean", "max", "top-3", "trimmed mean");
    }

    @Test
    void photosWithoutAFaceAreFailuresOfTheirPerson() {
        FaceSet photos = FaceSet.of(List.of(
                new PhotoResult(Path.of("p0/0.jpg"), "p0", 1, 1, FACE), new PhotoResult(Path.of("p0/1.jpg"), "p0", 1, 1,
                        FaceOutcome.without(FaceStatus.NO_FACE, List.of(), "")),
                new PhotoResult(Path.of("p0/2.jpg"), "p0", 1, 1, FACE)))
                .withStrangers(FaceSet.of(List.of(new PhotoResult(Path.of("s.jpg"), "", 1, 1, FACE))));
        Embeddings embedded = Embeddings.of(List.of(Planted.face("p0", 0, 1, 0), Planted.face("p0", 2, 1, 0.1f),
                Planted.face("stranger 1", 0, 0, 1)));
        EvaluationFaces made = EvaluationFaces.of(photos, embedded);
        assertThat(photos.people()).containsExactly("p0", "stranger 1");
        assertThat(made.failures()).extracting(EmbeddedPhoto::file).containsExactly(Path.of("p0/1.jpg"));
        assertThat(made.compare(ComparisonProtocol.PHOTO_TO_TEMPLATE, Fusion.MEAN).scores()).hasToString(
                "VerificationScores[2 mated, 1 non-mated]");
        assertThatIllegalArgumentException().isThrownBy(() -> EvaluationFaces.of(photos, faces))
                .withMessageContaining("expected 3");
    }
}
