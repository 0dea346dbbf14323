package org.faceunlock.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.Detection;
import org.faceunlock.geometry.Landmarks;
import org.faceunlock.geometry.Point;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class FaceSetTest {

    private static final RgbImage CROP = RgbImage.of(1, 1, new byte[] {1, 2, 3});
    private static final Detection ONE = detection(0.75);
    private static final Detection OTHER = detection(0.5);

    private final FaceSet faces = FaceSet.of(List.of(
            row("me/a.jpg", "me", FaceOutcome.face(List.of(ONE, OTHER), ONE, CROP)),
            row("me/b.jpg", "me", FaceOutcome.without(FaceStatus.SEVERAL_FACES, List.of(ONE, OTHER), "two faces")),
            new PhotoResult(Path.of("you/c.jpg"), "you", 0, 0,
                    FaceOutcome.without(FaceStatus.UNREADABLE, List.of(), "cut off")),
            row("d.jpg", "", FaceOutcome.without(FaceStatus.NO_FACE, List.of(), "no face"))));

    @Test
    void facesAreTheRowsWithAFace() {
        assertThat(faces.faces().rows()).containsExactly(faces.rows().get(0));
        assertThat(faces.crops()).containsExactly(CROP);
    }

    @Test
    void aPersonsRowsAreThoseWithAndWithoutAFace() {
        assertThat(faces.person("me").rows()).containsExactly(faces.rows().get(0), faces.rows().get(1));
        assertThat(faces.person("").rows()).containsExactly(faces.rows().get(3));
        assertThat(faces.people()).containsExactly("me", "you");
    }

    @Test
    void personOfEachIsAsLongAsTheRows() {
        assertThat(faces.personOfEach()).containsExactly("me", "me", "you", "");
    }

    @Test
    void aRowSaysInALineWhatBecameOfIt() {
        assertThat(faces.rows()).extracting(PhotoResult::toString).containsExactly(
                Path.of("me/a.jpg") + " of me, 64 x 48 pixels: face, probability 0.7500",
                Path.of("me/b.jpg") + " of me, 64 x 48 pixels: SEVERAL_FACES, two faces",
                Path.of("you/c.jpg") + " of you, 0 x 0 pixels: UNREADABLE, cut off",
                Path.of("d.jpg") + ", 64 x 48 pixels: NO_FACE, no face");
    }

    @Test
    void theTablePrintsAtMostFourDecimalsAndKeepsAll() {
        Detection third = detection(1 / 3.0);
        Table table = FaceSet.of(List.of(row("a.jpg", "", FaceOutcome.face(List.of(third), third, CROP)))).toTable();
        assertThat(table.print()).contains("0.3333 ").doesNotContain("0.33333");
        assertThat(table.write().toString("csv")).contains("0.3333333333333333");
    }

    @Test
    void theTablePrintsPixelsWithoutDecimalsAndFilesWithinTheirFolder() {
        Table table = faces.toTable();
        assertThat(table.stringColumn("file").asList()).containsExactly("me/a.jpg", "me/b.jpg", "you/c.jpg", "d.jpg");
        assertThat(table.selectColumns("x2").print()).contains("4").doesNotContain("3.5");
    }

    @Test
    void aCropThatIsNotThereFailsWithTheReason() {
        assertThat(faces.rows().get(0).outcome().requireCrop()).isEqualTo(CROP);
        assertThatThrownBy(() -> faces.rows().get(1).outcome().requireCrop())
                .isInstanceOf(IllegalStateException.class).hasMessage("two faces");
    }

    @Test
    void anUnknownPersonIsRefusedWithThePeopleThereAre() {
        assertThatIllegalArgumentException().isThrownBy(() -> faces.person("him")).withMessageContaining("[me, you]");
    }

    @Test
    void theTableHasARowAFileAndMissingValuesWhereNothingIsKnown() {
        Table table = faces.toTable();
        assertThat(table.columnNames()).containsExactly("file", "person", "status", "width", "height", "faces",
                "x1", "y1", "x2", "y2", "probability", "quality", "reason");
        assertThat(table.stringColumn("status").asList())
                .containsExactly("FACE", "SEVERAL_FACES", "UNREADABLE", "NO_FACE");
        assertThat(table.intColumn("faces").asList()).containsExactly(2, 2, null, 0);
        assertThat(table.intColumn("width").asList()).containsExactly(64, 64, null, 64);
        assertThat(table.doubleColumn("x2").asList()).containsExactly(3.5, null, null, null);
        assertThat(table.doubleColumn("probability").asList()).containsExactly(0.75, null, null, null);
        assertThat(table.stringColumn("reason").asList()).containsExactly("", "two faces", "cut off", "no face");
    }

    @Test
    void theRowsGivenMayChangeLater() {
        List<PhotoResult> rows = new ArrayList<>(faces.rows());
        FaceSet set = FaceSet.of(rows);
        rows.clear();
        assertThat(set.size()).isEqualTo(4);
        assertThatThrownBy(() -> set.rows().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aSetMayBeEmpty() {
        FaceSet none = faces.person("you").faces();
        assertThat(none.isEmpty()).isTrue();
        assertThat(none.toTable().rowCount()).isZero();
    }

    private static PhotoResult row(String file, String person, FaceOutcome outcome) {
        return new PhotoResult(Path.of(file), person, 64, 48, outcome);
    }

    private static Detection detection(double probability) {
        Point point = new Point(1, 1);
        Landmarks landmarks = new Landmarks(point, point, point, point, point);
        return new Detection(new Box(0.5, 1.5, 3.5, 4.5), probability, landmarks);
    }
}
