package org.faceunlock.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.faceunlock.embed.Cosine;
import org.faceunlock.embed.Embedding;
import org.faceunlock.embed.Embeddings;
import org.faceunlock.embed.NearestPhoto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

    private static final Embedding EAST = Embedding.of(1, 0);
    private static final Embedding NORTH = Embedding.of(0, 1);
    private static final Embedding WEST = Embedding.of(-1, 0);
    private static final Embeddings EAST_AND_NORTH = Faces.of(EAST, NORTH);

    @Test
    void meanComparesWithTheCentre() {
        assertThat(Template.of(EAST_AND_NORTH, ScoreFusion.MEAN).similarity(EAST))
                .isEqualTo(Math.sqrt(0.5), within(1e-15));
    }

    @Test
    void theCentreIsThePlainMeanSoLongerEmbeddingsWeighMore() {
        Template template = Template.of(Faces.of(Embedding.of(6, 0), Embedding.of(0, 8)), ScoreFusion.MEAN);
        assertThat(template.centre()).isEqualTo(Embedding.of(3, 4));
        assertThat(template.similarity(EAST)).isEqualTo(0.6, within(1e-15));
    }

    @Test
    void maxTakesTheBestOfTheEnrolled() {
        assertThat(Template.of(EAST_AND_NORTH, ScoreFusion.MAX).similarity(EAST)).isEqualTo(1);
    }

    @Test
    void topKAveragesTheBest() {
        Template template = Template.of(Faces.of(WEST, EAST, NORTH), ScoreFusion.topK(2));
        assertThat(template.similarity(EAST)).isEqualTo(0.5);
    }

    @Test
    void topKOfAllIsTheMeanOfAllCosines() {
        Embeddings faces = Faces.random(7, 16, 31);
        Embedding probe = Faces.random(1, 16, 32).get(0);
        double sum = faces.faces().stream().mapToDouble(face -> Cosine.similarity(face.embedding(), probe)).sum();
        assertThat(Template.of(faces, ScoreFusion.topK(7)).similarity(probe)).isEqualTo(sum / 7, within(1e-15));
    }

    @Test
    void moreInTheMeanNeverRaisesTopK() {
        Embeddings faces = Faces.random(9, 16, 33);
        Embedding probe = Faces.random(1, 16, 34).get(0);
        for (int k = 1; k < 9; k++) {
            assertThat(Template.of(faces, ScoreFusion.topK(k + 1)).similarity(probe))
                    .isLessThanOrEqualTo(Template.of(faces, ScoreFusion.topK(k)).similarity(probe) + 1e-15);
        }
    }

    @Test
    void allRulesAgreeOnOneEnrolledFace() {
        Embeddings one = Faces.random(1, 512, 35);
        Embedding probe = Faces.random(1, 512, 36).get(0);
        double cosine = Cosine.similarity(one.get(0), probe);
        assertThat(List.of(ScoreFusion.MEAN, ScoreFusion.MAX, ScoreFusion.topK(1)))
                .allSatisfy(rule -> assertThat(Template.of(one, rule).similarity(probe)).isEqualTo(cosine));
    }

    @Test
    void nearestIsTheEnrolledPhotoWithTheHighestCosine() {
        Template template = Template.of(Faces.of(WEST, NORTH), ScoreFusion.MEAN);
        NearestPhoto nearest = template.nearest(Embedding.of(1, 1)).orElseThrow();
        assertThat(nearest.face().name()).isEqualTo("1.jpg");
        assertThat(nearest.similarity()).isEqualTo(Math.sqrt(0.5), within(1e-15));
    }

    @Test
    void theFirstOfEquallyNearPhotosIsNearest() {
        NearestPhoto nearest = Template.of(Faces.of(NORTH, EAST, EAST), ScoreFusion.MEAN).nearest(EAST).orElseThrow();
        assertThat(nearest.face().name()).isEqualTo("1.jpg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mean", "max", "top-2"})
    void aProbeOfNaNHasNoSimilarityAndNoNearest(String rule) {
        Template template = Template.of(EAST_AND_NORTH, ScoreFusion.named(rule));
        assertThat(template.similarity(Embedding.of(Float.NaN, 1))).isNaN();
        assertThat(template.nearest(Embedding.of(Float.NaN, 1))).isEmpty();
    }

    @Test
    void noFacesMakeNoTemplate() {
        assertThatThrownBy(() -> Template.of(Embeddings.of(List.of()), ScoreFusion.MEAN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 1").hasMessageContaining("found 0");
    }

    @Test
    void fewerFacesThanTheRuleAveragesAreRefused() {
        assertThatThrownBy(() -> Template.of(EAST_AND_NORTH, ScoreFusion.topK(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 3").hasMessageContaining("top-3");
    }

    @Test
    void oppositeFacesHaveNoCentre() {
        assertThatThrownBy(() -> Template.of(Faces.of(EAST, WEST), ScoreFusion.MEAN))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("cancel");
    }

    @Test
    void facesThatCancelButForRoundingHaveNoCentre() {
        assertThatThrownBy(() -> Template.of(Faces.of(EAST, Embedding.of(-1, 1e-7f)), ScoreFusion.MEAN))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("cancel");
    }

    @Test
    void oppositeFacesStillHaveABest() {
        assertThat(Template.of(Faces.of(EAST, WEST), ScoreFusion.MAX).similarity(EAST)).isEqualTo(1);
    }

    @Test
    void anEnrolledFaceWithoutDirectionIsRefusedByFile() {
        assertThatThrownBy(() -> Template.of(Faces.of(EAST, Embedding.of(0, 0)), ScoreFusion.MAX))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("1.jpg");
    }

    @ParameterizedTest
    @CsvSource({"mean, MEAN, 0", "max, TOP_K, 1", "top-3, TOP_K, 3"})
    void rulesAreKnownByName(String name, ScoreFusion.Kind kind, int k) {
        assertThat(ScoreFusion.named(name)).isEqualTo(new ScoreFusion(kind, k)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Mean", "top-", "top-0", "top--1", "top-3x", "top-99999999999"})
    void otherNamesAreRefused(String name) {
        assertThatThrownBy(() -> ScoreFusion.named(name))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("\"" + name + "\"");
    }

    @Test
    void topZeroIsRefused() {
        assertThatThrownBy(() -> ScoreFusion.topK(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
