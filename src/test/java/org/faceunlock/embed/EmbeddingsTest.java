package org.faceunlock.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmbeddingsTest {

    private static final EmbeddedFace ANA_1 = face("people/ana/1.jpg", "ana", 1, 0, 0);
    private static final EmbeddedFace BEN_1 = face("people/ben/1.jpg", "ben", 0, 1, 0);
    private static final EmbeddedFace ANA_2 = face("people/ana/2.jpg", "ana", 0, 0, 4);
    private static final Embeddings THREE = Embeddings.of(List.of(ANA_1, BEN_1, ANA_2));

    @Test
    void facesKeepTheirOrder() {
        assertThat(THREE).containsExactly(ANA_1, BEN_1, ANA_2);
        assertThat(THREE.get(2)).isEqualTo(ANA_2.embedding());
        assertThat(THREE.face(1)).isEqualTo(BEN_1);
    }

    @Test
    void namesAreTheFileNames() {
        assertThat(THREE.person("ana").names()).containsExactly("1.jpg", "2.jpg");
    }

    @Test
    void equalFileNamesOfTwoPeopleAreToldApart() {
        assertThat(THREE.names()).containsExactly("ana/1.jpg", "ben/1.jpg", "ana/2.jpg");
    }

    @Test
    void peopleComeOnceInOrderOfAppearance() {
        assertThat(THREE.people()).containsExactly("ana", "ben");
    }

    @Test
    void personOfEachIsAsLongAsTheFaces() {
        assertThat(THREE.personOfEach()).containsExactly("ana", "ben", "ana");
    }

    @Test
    void nearestAreTheMostSimilarOfEqualsTheFirst() {
        assertThat(THREE.nearest(Embedding.of(1, 0, 2), 2)).extracting(NearestPhoto::face)
                .containsExactly(ANA_2, ANA_1);
        assertThat(THREE.nearest(Embedding.of(0, 0, 2), 9)).extracting(NearestPhoto::face)
                .containsExactly(ANA_2, ANA_1, BEN_1);
        assertThat(THREE.nearest(Embedding.of(0, 0, 2), 1).get(0).similarity()).isEqualTo(1);
        assertThat(THREE.nearest(Embedding.of(0, 0, 0), 3)).isEmpty();
        assertThatThrownBy(() -> THREE.nearest(Embedding.of(1, 0, 0), 0))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("at least 1");
    }

    @Test
    void personPicksThatPersonsFacesInOrder() {
        assertThat(THREE.person("ana")).containsExactly(ANA_1, ANA_2);
    }

    @Test
    void anUnknownPersonHasNoFaces() {
        assertThat(THREE.person("zoe").isEmpty()).isTrue();
        assertThat(THREE.person("zoe").dimension()).isZero();
    }

    @Test
    void meanIsTakenCoordinateByCoordinate() {
        assertThat(THREE.person("ana").mean()).isEqualTo(Embedding.of(0.5f, 0, 2));
    }

    @Test
    void meanOfOneFaceIsThatFaceBitForBit() {
        Embedding odd = Embedding.of(0.1f, -0.3f, 1e-30f);
        assertThat(Embeddings.of(List.of(EmbeddedFace.of(Path.of("a"), "", odd))).mean()).isEqualTo(odd);
    }

    @Test
    void meanOfNothingIsRefused() {
        assertThatThrownBy(() -> Embeddings.of(List.of()).mean())
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("at least one face");
    }

    @Test
    void embeddingsOfTwoSizesAreRefusedByFile() {
        EmbeddedFace longer = face("other/4.jpg", "other", 1, 2, 3, 4);
        assertThatThrownBy(() -> Embeddings.of(List.of(ANA_1, longer)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected 3").hasMessageContaining("found 4").hasMessageContaining("4.jpg");
    }

    @Test
    void theArrayIsFreshEachTime() {
        THREE.toArray()[0][0] = 99;
        assertThat(THREE.toArray()).isDeepEqualTo(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 4}});
    }

    @Test
    void theListGivenIsCopied() {
        List<EmbeddedFace> given = new ArrayList<>(List.of(ANA_1));
        Embeddings embeddings = Embeddings.of(given);
        given.add(BEN_1);
        assertThat(embeddings.size()).isEqualTo(1);
    }

    private static EmbeddedFace face(String file, String person, float... values) {
        return EmbeddedFace.of(Path.of(file), person, Embedding.of(values));
    }
}
