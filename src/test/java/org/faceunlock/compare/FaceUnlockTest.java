package org.faceunlock.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.faceunlock.embed.NearestPhoto;
import org.faceunlock.embed.Threshold;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.Detection;
import org.faceunlock.geometry.Landmarks;
import org.faceunlock.geometry.Point;
import org.faceunlock.image.AlignedCrop;
import org.faceunlock.image.Crop;
import org.faceunlock.image.FaceDetector;
import org.faceunlock.image.FaceOutcome;
import org.faceunlock.image.PhotoResult;
import org.faceunlock.image.RgbImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaceUnlockTest {

    private static final Threshold HALF = Threshold.cosine(0.5);

    private static final Detection FACE = new Detection(new Box(0, 0, 1, 1), 1, new Landmarks(new Point(0, 0),
            new Point(1, 0), new Point(0.5, 0.5), new Point(0, 1), new Point(1, 1)));

    private final Photos photos = new Photos();
    private final FaceUnlock.Builder builder = FaceUnlock.using(Photos.FINDER, photos.embedder());
    /** Its centre lies at 30 degrees. */
    private final FaceUnlock unlock = builder.enrol(rows(Photos.face(0), Photos.face(60)), HALF);

    @TempDir
    private Path folder;

    @Test
    void aFaceNearTheCentreUnlocks() {
        Decision decision = unlock.attempt(Photos.face(40));
        assertThat(decision.outcome()).isEqualTo(Outcome.UNLOCKED);
        assertThat(decision.reason()).isEqualTo(Reason.MATCH);
        assertThat(decision.similarity()).isEqualTo(Math.cos(Math.toRadians(10)), within(1e-7));
        assertThat(decision.margin()).isEqualTo(decision.similarity() - 0.5);
    }

    @Test
    void cropsForAnotherEmbedderAreRefusedWithBothRecipes() {
        FaceDetector aligning = photo -> FaceOutcome.face(List.of(FACE), FACE, photo, AlignedCrop.DLIB);
        assertThatIllegalArgumentException().isThrownBy(() -> unlock.attempt(
                new PhotoResult(Path.of("a.jpg"), "", 1, 1, aligning.find(Photos.face(0)))))
                .withMessageContaining("box, margin 18").withMessageContaining("five points, turned, padding 0.25");
        assertThatIllegalArgumentException().isThrownBy(() -> FaceUnlock.using(aligning, photos.embedder())
                .enrol(List.of(new PhotoResult(Path.of("a.jpg"), "", 1, 1, aligning.find(Photos.face(0)))), HALF))
                .withMessageContaining("box, margin 18").withMessageContaining("five points, turned, padding 0.25");
    }

    @Test
    void probesOfAnotherMarginThanTheEnrolledAreRefused() {
        FaceDetector closer = photo -> FaceOutcome.face(List.of(FACE), FACE, photo, Crop.of(160, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> unlock.attempt(
                new PhotoResult(Path.of("a.jpg"), "", 1, 1, closer.find(Photos.face(0)))))
                .withMessageContaining("margin 18").withMessageContaining("margin 0");
    }

    @Test
    void aFaceFarFromTheCentreStaysLocked() {
        Decision decision = unlock.attempt(Photos.face(130));
        assertThat(decision.outcome()).isEqualTo(Outcome.LOCKED);
        assertThat(decision.reason()).isEqualTo(Reason.NON_MATCH);
        assertThat(decision.margin()).isNegative();
    }

    @Test
    void nearestIsTheMostSimilarEnrolledPhoto() {
        NearestPhoto nearest = unlock.attempt(Photos.face(50)).nearest().orElseThrow();
        assertThat(nearest.face().file()).isEqualTo(Path.of("me", "1.jpg"));
        assertThat(nearest.similarity()).isEqualTo(Math.cos(Math.toRadians(10)), within(1e-7));
    }

    @Test
    void theCropComparedIsHandedOn() {
        assertThat(unlock.attempt(Photos.face(50)).crop()).contains(Photos.face(50));
    }

    @Test
    void noFaceStaysLocked() {
        assertLocked(unlock.attempt(Photos.photo(0, 0, false)), Reason.NO_FACE, "there is no face in it");
    }

    @Test
    void severalFacesStayLockedThoughTheFinderChoseOne() {
        Decision decision = unlock.attempt(Photos.photo(3, 30, false));
        assertLocked(decision, Reason.SEVERAL_FACES, "expected exactly one face, found 3");
        assertThat(decision.detections()).hasSize(3);
    }

    @Test
    void severalFacesUnlockWhenAnyNumberIsAllowed() {
        FaceUnlock lax = builder.withSeveralFaces(true).enrol(rows(Photos.face(0)), HALF);
        assertThat(lax.attempt(Photos.photo(3, 30, false)).unlocked()).isTrue();
    }

    @Test
    void aFaceTooSmallStaysLocked() {
        assertLocked(unlock.attempt(Photos.photo(Photos.TOO_SMALL, 0, false)), Reason.TOO_SMALL, "3 pixels");
    }

    @Test
    void numbersThatAreNaNStayLockedAtTheLaxestThreshold() {
        Decision decision = unlock.at(Threshold.cosine(-1)).attempt(Photos.photo(1, 30, true));
        assertLocked(decision, Reason.INVALID_EMBEDDING, "no usable numbers");
        assertThat(decision.crop()).isPresent();
    }

    @Test
    void aMissingFileStaysLocked() {
        assertLocked(unlock.attempt(folder.resolve("nobody.jpg")), Reason.MISSING_FILE, "no such file");
    }

    @Test
    void aFileThatIsNoPhotoStaysLocked() throws IOException {
        Path text = Files.writeString(folder.resolve("letter.jpg"), "Dear lock, please open.");
        Decision decision = unlock.attempt(text);
        assertLocked(decision, Reason.UNREADABLE, "no photo");
        assertThat(decision.file()).contains(text);
    }

    @Test
    void anUploadThatIsNoPhotoStaysLocked() {
        byte[] text = "Dear lock, please open.".getBytes(StandardCharsets.UTF_8);
        assertLocked(unlock.attempt(text, "letter.jpg"), Reason.UNREADABLE, "no photo");
    }

    @Test
    void anUploadIsReadAndCompared() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        assertThat(ImageIO.write(Photos.face(40).toBufferedImage(), "png", file)).isTrue();
        Decision decision = unlock.attempt(file.toByteArray(), "me.png");
        assertThat(decision.unlocked()).isTrue();
        assertThat(decision.similarity()).isEqualTo(unlock.attempt(Photos.face(40)).similarity());
    }

    @Test
    void aFolderStaysLocked() {
        assertLocked(unlock.attempt(folder), Reason.UNREADABLE, "folder");
    }

    private static void assertLocked(Decision decision, Reason reason, String sentence) {
        assertThat(decision.outcome()).isEqualTo(Outcome.LOCKED);
        assertThat(decision.reason()).isEqualTo(reason);
        assertThat(decision.sentence()).contains(sentence);
        assertThat(decision.similarity()).isNaN();
        assertThat(decision.margin()).isNaN();
        assertThat(decision.nearest()).isEmpty();
    }

    @Test
    void aPhotoInAFileIsReadAndCompared() throws IOException {
        Path file = folder.resolve("me.png");
        BufferedImage picture = Photos.face(40).toBufferedImage();
        assertThat(ImageIO.write(picture, "png", file.toFile())).isTrue();
        Decision decision = unlock.attempt(file);
        assertThat(decision.unlocked()).isTrue();
        assertThat(decision.file()).contains(file);
    }

    @Test
    void aPhotoWhoseFaceWasFoundBeforeIsNotSearchedAgain() {
        FaceUnlock blind = FaceUnlock.using(photo -> {
            throw new AssertionError("searched again");
        }, photos.embedder()).enrol(rows(Photos.face(0)), HALF);
        PhotoResult row = Photos.row("probe.jpg", Photos.face(10));
        assertThat(blind.attempt(row).unlocked()).isTrue();
        assertThat(blind.attempt(row).file()).contains(row.file());
    }

    @Test
    void anotherThresholdEmbedsNothingAgain() {
        Decision decision = unlock.attempt(Photos.face(60)); // cosine 0.866
        int before = photos.embedded();
        assertThat(decision.at(Threshold.cosine(0.9)).unlocked()).isFalse();
        assertThat(decision.at(Threshold.cosine(0.8)).unlocked()).isTrue();
        assertThat(unlock.at(Threshold.cosine(0.9)).threshold()).isEqualTo(Threshold.cosine(0.9));
        assertThat(photos.embedded()).isEqualTo(before);
    }

    @Test
    void aTieUnlocksAndTheNextNumberAboveDoesNot() {
        Decision decision = unlock.attempt(Photos.face(77));
        assertThat(decision.at(Threshold.cosine(decision.similarity())).unlocked()).isTrue();
        assertThat(decision.at(Threshold.cosine(decision.similarity())).margin()).isZero();
        assertThat(decision.at(Threshold.cosine(Math.nextUp(decision.similarity()))).unlocked()).isFalse();
    }

    @Test
    void theRuleOfTheBuilderIsTheTemplates() {
        FaceUnlock best = builder.with(ScoreFusion.MAX).enrol(rows(Photos.face(0), Photos.face(60)), HALF);
        assertThat(best.attempt(Photos.face(60)).similarity()).isEqualTo(1);
    }

    @Test
    void aDefectOfTheFinderIsThrown() {
        FaceUnlock broken = FaceUnlock.using(photo -> {
            throw new IllegalStateException("engine closed");
        }, photos.embedder()).enrol(rows(Photos.face(0)), HALF);
        assertThatThrownBy(() -> broken.attempt(Photos.face(0)))
                .isInstanceOf(IllegalStateException.class).hasMessage("engine closed");
    }

    @Test
    void aPhotoTooLargeForTheHeapStaysLockedAndSaysWhatItWants() {
        FaceUnlock small = FaceUnlock.using(photo -> {
            throw new OutOfMemoryError("Java heap space");
        }, photos.embedder()).enrol(rows(Photos.face(0)), HALF);
        Decision decision = small.attempt(Photos.face(0));
        assertThat(decision.reason()).isEqualTo(Reason.UNREADABLE);
        assertThat(decision.sentence()).contains("MB of memory");
    }

    @Test
    void anEmbedderThatLosesACropIsADefect() {
        FaceUnlock.Builder losing = FaceUnlock.using(Photos.FINDER, crops -> List.of());
        assertThatThrownBy(() -> losing.enrol(rows(Photos.face(0)), HALF))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("expected 1 embeddings");
    }

    private static List<PhotoResult> rows(RgbImage... photos) {
        return IntStream.range(0, photos.length)
                .mapToObj(photo -> Photos.row(photo + ".jpg", photos[photo])).toList();
    }
}
