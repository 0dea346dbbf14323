package org.faceunlock.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.faceunlock.compare.ScoreFusion;
import org.faceunlock.embed.Cosine;
import org.faceunlock.embed.EmbeddedFace;
import org.faceunlock.embed.Embeddings;
import org.faceunlock.embed.Threshold;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class OwnerScoresTest {

    /** The owner a at 0 and 37 degrees, b with cosines 0 and -0.6 to the first of them. */
    private static Embeddings planted() {
        return Embeddings.of(List.of(Planted.face("a", 1, 1, 0), Planted.face("a", 2, 0.8f, 0.6f),
                Planted.face("b", 1, 0, -1), Planted.face("b", 2, -0.6f, -0.8f)));
    }

    @Test
    void thereIsAScoreAFaceInTheirOrder() {
        Embeddings faces = Planted.people(Planted.seeded(3), 4, 3, 0.4);
        OwnerScores scores = OwnerScores.of(faces, "p2", ScoreFusion.MEAN);
        assertThat(scores.scores()).extracting(OwnerScores.OwnerScore::face)
                .containsExactlyElementsOf(faces.faces());
        assertThat(scores.scores()).filteredOn(OwnerScores.OwnerScore::own).extracting(score -> score.face().person())
                .containsExactly("p2", "p2", "p2");
    }

    @Test
    void ownersPhotoIsComparedWithTheOthersOnly() {
        OwnerScores scores = OwnerScores.of(planted(), "a", ScoreFusion.MEAN);
        assertThat(scores.scores().get(0).similarity()).isCloseTo(0.8, within(1e-6));
        assertThat(scores.scores().get(1).similarity()).isCloseTo(0.8, within(1e-6));
    }

    @Test
    void everybodyElseIsComparedWithTheWholeTemplate() {
        Embeddings faces = planted();
        OwnerScores scores = OwnerScores.of(faces, "a", ScoreFusion.MEAN);
        EmbeddedFace other = faces.face(2);
        assertThat(scores.scores().get(2).similarity())
                .isEqualTo(Cosine.similarity(faces.person("a").mean(), other.embedding()));
    }

    @Test
    void halfWayLiesBetweenLeastOwnAndMostOther() {
        OwnerScores scores = OwnerScores.of(planted(), "a", ScoreFusion.MEAN);
        double mean = (scores.leastOwn().getAsDouble() + scores.mostOther().getAsDouble()) / 2;
        assertThat(scores.halfWay().value()).isEqualTo(Math.rint(100 * mean) / 100);
        assertThat(scores.ownAccepted(scores.halfWay())).isEqualTo(new Rate(2, 2));
        assertThat(scores.othersAccepted(scores.halfWay())).isEqualTo(new Rate(0, 2));
    }

    @Test
    void halfWayIsNotRoundedOutOfANarrowGap() {
        Embeddings faces = Embeddings.of(List.of(Planted.face("a", 1, 1, 0), Planted.face("a", 2, 0.8049f, 0.5934f),
                Planted.face("b", 1, 0.8011f, -0.5985f)));
        OwnerScores scores = OwnerScores.of(faces, "a", ScoreFusion.MAX);
        assertThat(scores.leastOwn().getAsDouble() - scores.mostOther().getAsDouble()).isBetween(0.003, 0.005);
        assertThat(scores.halfWay().value())
                .isGreaterThan(scores.mostOther().getAsDouble()).isLessThan(scores.leastOwn().getAsDouble());
    }

    @Test
    void withoutOthersHalfWayLetsAllOfTheOwnersIn() {
        OwnerScores scores = OwnerScores.of(planted().person("a"), "a", ScoreFusion.MEAN);
        assertThat(scores.mostOther()).isEmpty();
        assertThat(scores.ownAccepted(scores.halfWay())).isEqualTo(new Rate(2, 2));
        assertThat(scores.leastOwn().getAsDouble() - scores.halfWay().value()).isBetween(0.0, 0.0101);
    }

    @Test
    void withASinglePhotoOfTheOwnerHalfWayKeepsTheOthersOut() {
        Embeddings faces = Embeddings.of(List.of(Planted.face("a", 1, 1, 0), Planted.face("b", 1, 0.29f, 0.957f)));
        OwnerScores scores = OwnerScores.of(faces, "a", ScoreFusion.MEAN);
        assertThat(scores.scores().get(0).similarity()).isNaN();
        assertThat(scores.othersAccepted(scores.halfWay())).isEqualTo(new Rate(0, 1));
        assertThat(scores.halfWay().value() - scores.mostOther().getAsDouble()).isBetween(0.0, 0.0201);
    }

    @Test
    void aSinglePhotoSaysNothing() {
        OwnerScores scores = OwnerScores.of(Embeddings.of(List.of(Planted.face("a", 1, 1, 0))), "a", ScoreFusion.MEAN);
        assertThatThrownBy(scores::halfWay).hasMessageContaining("add photos");
        assertThat(scores.ownAccepted(Threshold.cosine(0))).isEqualTo(new Rate(0, 0));
    }

    @Test
    void anUnknownOwnerIsRefusedWithTheNamesThatThereAre() {
        assertThatThrownBy(() -> OwnerScores.of(planted(), "me", ScoreFusion.MEAN))
                .hasMessageContaining("[a, b]").hasMessageContaining("\"me\"");
    }

    @Test
    void theTableCountsErrorsOnEitherSide() {
        Table table = OwnerScores.of(planted(), "a", ScoreFusion.MEAN).toTable(Threshold.cosine(-1));
        assertThat(table.stringColumn("photos of").asList()).containsExactly("a", "everybody else");
        assertThat(table.longColumn("would unlock").asObjectArray()).containsExactly(2L, 2L);
        assertThat(table.longColumn("wrong").asObjectArray()).containsExactly(0L, 2L);
        assertThat(table.stringColumn(4).asList()).containsExactly("0 to 84 %", "16 to 100 %"); // 1 - 0.025^(1/2)
    }

    @Test
    void theTableHasNoNumbersWhereThereIsNothingToCompare() {
        Table table = OwnerScores.of(planted().person("a"), "a", ScoreFusion.MEAN).toTable(Threshold.cosine(0.5));
        assertThat(table.longColumn("compared").get(1)).isZero();
        assertThat(table.doubleColumn("most similar").isMissing(1)).isTrue();
        assertThat(table.stringColumn(4).get(1)).isEqualTo("0 to 100 %");
    }
}
