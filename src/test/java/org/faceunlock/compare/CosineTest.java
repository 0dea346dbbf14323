package org.faceunlock.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.faceunlock.embed.Cosine;
import org.faceunlock.embed.Embedding;
import org.faceunlock.embed.Embeddings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CosineTest {

    @Test
    void sameDirectionIsOneWhateverTheLength() {
        assertThat(Cosine.similarity(Embedding.of(1, 2), Embedding.of(3, 6))).isEqualTo(1, within(1e-15));
    }

    @Test
    void oppositeDirectionIsMinusOne() {
        assertThat(Cosine.similarity(Embedding.of(1, 2), Embedding.of(-1, -2))).isEqualTo(-1);
    }

    @Test
    void rightAngleIsZero() {
        assertThat(Cosine.similarity(Embedding.of(1, 0), Embedding.of(0, 5))).isZero();
    }

    @Test
    void sixtyDegreesIsAHalf() {
        assertThat(Cosine.similarity(Embedding.of(1, 0), Embedding.of(1, (float) Math.sqrt(3))))
                .isEqualTo(0.5, within(1e-7));
    }

    @Test
    void aVectorWithItselfIsExactlyOne() {
        Embeddings faces = Faces.random(500, 512, 11);
        assertThat(faces.faces()).allSatisfy(face ->
                assertThat(Cosine.similarity(face.embedding(), face.embedding())).isEqualTo(1.0));
    }

    @Test
    void nothingLeavesMinusOneToOne() {
        Embeddings faces = Faces.random(500, 2, 12);
        for (int i = 0; i + 1 < faces.size(); i++) {
            float scale = i + 0.1f;
            Embedding scaled = Embedding.of(faces.get(i).get(0) * scale, faces.get(i).get(1) * scale);
            assertThat(Cosine.similarity(faces.get(i), scaled)).isBetween(-1.0, 1.0);
        }
    }

    @Test
    void swappingChangesNothing() {
        Embeddings faces = Faces.random(100, 512, 13);
        for (int i = 0; i + 1 < faces.size(); i++) {
            assertThat(Cosine.similarity(faces.get(i), faces.get(i + 1)))
                    .isEqualTo(Cosine.similarity(faces.get(i + 1), faces.get(i)));
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void aNumberThatIsNotFiniteGivesNaN(float value) {
        assertThat(Cosine.similarity(Embedding.of(value, 1), Embedding.of(1, 1))).isNaN();
        assertThat(Cosine.similarity(Embedding.of(1, 0), Embedding.of(1, value))).isNaN();
    }

    @Test
    void allZerosHaveNoDirection() {
        assertThat(Cosine.similarity(Embedding.of(0, 0), Embedding.of(1, 1))).isNaN();
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.MIN_VALUE, 1e-30f, 1e30f, Float.MAX_VALUE})
    void theSmallestAndLargestFloatsNeitherVanishNorOverflow(float value) {
        assertThat(Cosine.similarity(Embedding.of(value, value), Embedding.of(value, 0)))
                .isEqualTo(Math.sqrt(0.5), within(1e-15));
    }

    @Test
    void differentSizesAreRefused() {
        assertThatThrownBy(() -> Cosine.similarity(Embedding.of(1, 2), Embedding.of(1, 2, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected 2").hasMessageContaining("found 3");
    }
}
