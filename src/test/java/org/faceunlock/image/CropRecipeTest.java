package org.faceunlock.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CropRecipeTest {

    static Stream<CropRecipe> recipes() {
        return Stream.of(Crop.DEFAULT, Crop.of(112, 0), AlignedCrop.DLIB, new AlignedCrop(112, -0.1));
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void theWordsOfARecipeGiveTheRecipe(CropRecipe recipe) {
        assertThat(CropRecipe.described(recipe.describe())).contains(recipe);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "box", "box, margin 18, squeezed to 160 x 161", "five points, turned, padding x, 1 x"
            + " 1"})
    void otherWordsGiveNone(String words) {
        assertThat(CropRecipe.described(words)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void anEmbedderTakesCropsOfItsOwnRecipe(CropRecipe recipe) {
        assertThat(recipe.accepts(recipe)).isTrue();
    }

    @Test
    void aBoxMayHaveAnotherMarginButNotAnotherSize() {
        assertThat(Crop.DEFAULT.accepts(Crop.of(160, 0))).isTrue();
        assertThat(Crop.DEFAULT.accepts(Crop.of(150, 18))).isFalse();
    }

    @Test
    void boxesAndAlignedCropsAreNotMixed() {
        assertThat(Crop.of(150, 0).accepts(AlignedCrop.DLIB)).isFalse();
        assertThat(AlignedCrop.DLIB.accepts(Crop.of(150, 0))).isFalse();
        assertThat(AlignedCrop.DLIB.accepts(new AlignedCrop(150, 0.2))).isFalse();
    }
}
