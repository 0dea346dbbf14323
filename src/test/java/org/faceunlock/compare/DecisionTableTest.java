package org.faceunlock.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.faceunlock.embed.EmbeddedFace;
import org.faceunlock.embed.Embedding;
import org.faceunlock.embed.NearestPhoto;
import org.faceunlock.embed.Threshold;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class DecisionTableTest {

    private static final Threshold HALF = Threshold.cosine(0.5);

    private static Measurement compared(String file, double similarity) {
        EmbeddedFace nearest = EmbeddedFace.of(Path.of("me/me_2.jpg"), "me", Embedding.of(1, 0));
        return new Measurement(Optional.of(Path.of(file)), List.of(), Optional.empty(), similarity,
                Optional.of(new NearestPhoto(nearest, 0.9)), Optional.empty());
    }

    @Test
    void aRowTellsWhatAnAttemptCameTo() {
        Table table = DecisionTable.of(List.of(
                compared("x/1.jpg", 0.75).decide(HALF), compared("2.jpg", 0.25).decide(HALF)));
        assertThat(table.stringColumn("photo").asList()).containsExactly("1.jpg", "2.jpg");
        assertThat(table.stringColumn("outcome").asList()).containsExactly("UNLOCKED", "LOCKED");
        assertThat(table.doubleColumn("margin").asDoubleArray()).containsExactly(0.25, -0.25);
        assertThat(table.stringColumn("nearest").get(0)).contains("me_2.jpg");
        assertThat(table.stringColumn("why").get(1)).contains("below the threshold 0.5");
    }

    @Test
    void equalFileNamesAreToldApartAndOnePhotoKeepsItsName() {
        Table table = DecisionTable.of(List.of(compared("x/1.jpg", 0.75).decide(HALF),
                compared("y/1.jpg", 0.25).decide(HALF), compared("x/1.jpg", 0.75).decide(Threshold.cosine(0.9))));
        assertThat(table.stringColumn("photo").asList()).containsExactly("x/1.jpg", "y/1.jpg", "x/1.jpg");
    }

    @Test
    void whatCouldNotBeComparedHasNoNumberAndAReason() {
        Measurement none = Measurement.notComparable(Optional.of(Path.of("x.jpg")), new Rejection(Reason.NO_FACE,
                "no face found"));
        Table table = DecisionTable.of(List.of(none.decide(HALF)));
        assertThat(table.doubleColumn("similarity").isMissing(0)).isTrue();
        assertThat(table.doubleColumn("margin").isMissing(0)).isTrue();
        assertThat(table.stringColumn("why").get(0)).isEqualTo("no face found");
    }
}
