package org.faceunlock.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.faceunlock.embed.Embedding;
import org.faceunlock.embed.Threshold;
import org.faceunlock.image.PhotoResult;
import org.faceunlock.image.RgbImage;
import org.junit.jupiter.api.Test;

class FaceUnlockBuilderTest {

    private static final Threshold HALF = Threshold.cosine(0.5);

    private final Photos photos = new Photos();
    private final FaceUnlock.Builder builder = FaceUnlock.using(Photos.FINDER, photos.embedder());

    @Test
    void usablePhotosAreEnrolledAndTheOthersReported() {
        Enrolment enrolment = builder.enrol(List.of(
                Photos.row("empty.jpg", Photos.photo(0, 0, false)),
                Photos.row("good.jpg", Photos.face(10)),
                Photos.row("nan.jpg", Photos.photo(1, 10, true)),
                Photos.row("party.jpg", Photos.photo(4, 10, false)),
                Photos.unreadable("broken.jpg"),
                Photos.row("better.jpg", Photos.face(20))), HALF).enrolment();
        assertThat(enrolment.faces().names()).containsExactly("good.jpg", "better.jpg");
        assertThat(enrolment.rejected())
                .extracting(photo -> photo.file().getFileName() + " " + photo.rejection().reason())
                .containsExactly("empty.jpg NO_FACE", "party.jpg SEVERAL_FACES", "broken.jpg UNREADABLE",
                        "nan.jpg INVALID_EMBEDDING");
    }

    @Test
    void enrolledFacesKeepFileAndPerson() {
        Enrolment enrolment = builder.enrol(List.of(Photos.row("good.jpg", Photos.face(10))), HALF).enrolment();
        assertThat(enrolment.faces().face(0).file()).isEqualTo(Path.of("me", "good.jpg"));
        assertThat(enrolment.faces().face(0).person()).isEqualTo("me");
    }

    @Test
    void allFacesAreEmbeddedInOneBatch() {
        List<Integer> batches = new ArrayList<>();
        FaceUnlock.using(Photos.FINDER, crops -> {
            batches.add(crops.size());
            return photos.embedder().embed(crops);
        }).enrol(List.of(Photos.row("1.jpg", Photos.face(1)), Photos.row("2.jpg", Photos.face(2))), HALF);
        assertThat(batches).containsExactly(2);
    }

    @Test
    void noUsablePhotoIsAnErrorThatListsEachReason() {
        List<PhotoResult> rows = List.of(
                Photos.row("empty.jpg", Photos.photo(0, 0, false)),
                Photos.row("nan.jpg", Photos.photo(1, 0, true)),
                Photos.unreadable("broken.jpg"));
        EnrolmentException e = catchThrowableOfType(EnrolmentException.class, () -> builder.enrol(rows, HALF));
        assertThat(e).hasMessageContaining("among 3")
                .hasMessageContaining("empty.jpg: there is no face in it")
                .hasMessageContaining("nan.jpg: the network gave no usable numbers")
                .hasMessageContaining("broken.jpg: the file is empty");
        assertThat(e.rejected()).hasSize(3);
    }

    @Test
    void noPhotoAtAllIsAnError() {
        assertThatThrownBy(() -> builder.enrol(List.of(), HALF))
                .isInstanceOf(EnrolmentException.class).hasMessageContaining("found none");
    }

    @Test
    void oppositeFacesHaveNoMeanToEnrol() {
        List<PhotoResult> rows = List.of(Photos.row("a.jpg", Photos.face(0)), Photos.row("b.jpg", Photos.face(180)));
        assertThatThrownBy(() -> builder.enrol(rows, HALF))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("cancel");
    }

    @Test
    void facesEmbeddedBeforeAreEnrolledAsTheyAre() {
        FaceUnlock unlock = builder.enrol(Faces.of(Embedding.of(1, 0, 0), Embedding.of(Float.NaN, 0, 0)), HALF);
        assertThat(unlock.enrolment().faces().names()).containsExactly("0.jpg");
        assertThat(unlock.enrolment().rejected()).hasSize(1);
        assertThat(photos.embedded()).isZero();
        assertThat(unlock.attempt(Photos.face(0)).similarity()).isEqualTo(1);
    }

    @Test
    void anyNumberOfFacesMayBeAllowedAtEnrolment() {
        RgbImage party = Photos.photo(4, 10, false);
        FaceUnlock unlock = builder.withSeveralFaces(true).enrol(List.of(Photos.row("party.jpg", party)), HALF);
        assertThat(unlock.enrolment().rejected()).isEmpty();
    }

    @Test
    void settingsAreCopies() {
        builder.withSeveralFaces(true).with(ScoreFusion.MAX);
        assertThat(builder.severalFaces()).isFalse();
        assertThat(builder.rule()).isEqualTo(ScoreFusion.MEAN);
    }
}
