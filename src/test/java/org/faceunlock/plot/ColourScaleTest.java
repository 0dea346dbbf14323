package org.faceunlock.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.assertj.core.data.Offset;
import org.faceunlock.compare.SimilarityMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ColourScaleTest {

    static List<ColourScale> straight() {
        return List.of(ColourScale.SEQUENTIAL, ColourScale.QUIET, ColourScale.GREY);
    }

    static List<ColourScale> all() {
        return List.of(ColourScale.SEQUENTIAL, ColourScale.QUIET, ColourScale.DIVERGING, ColourScale.GREY);
    }

    @ParameterizedTest
    @MethodSource("straight")
    void lightnessFallsInEqualSteps(ColourScale scale) {
        double first = OkLab.of(scale.at(0)).lightness();
        double last = OkLab.of(scale.at(1)).lightness();
        for (int step = 0; step <= 20; step++) {
            double expected = first + (last - first) * step / 20;
            assertThat(OkLab.of(scale.at(step / 20.0)).lightness()).isCloseTo(expected, Offset.offset(0.006));
        }
    }

    @Test
    void theDivergingScaleIsAsDarkOnBothSidesOfItsPaleMiddle() {
        for (int step = 0; step <= 10; step++) {
            double left = OkLab.of(ColourScale.DIVERGING.at(step / 20.0)).lightness();
            double right = OkLab.of(ColourScale.DIVERGING.at(1 - step / 20.0)).lightness();
            assertThat(left).isCloseTo(right, Offset.offset(0.006));
        }
        assertThat(OkLab.of(ColourScale.DIVERGING.at(0.5)).lightness()).isGreaterThan(0.97);
    }

    @ParameterizedTest
    @MethodSource("all")
    void numbersOnEveryColourHaveContrast(ColourScale scale) {
        for (int step = 0; step <= 100; step++) {
            Color ground = scale.at(step / 100.0);
            assertThat(Palette.contrast(Palette.on(ground), ground)).as("at %d %%", step).isGreaterThan(3.9);
        }
    }

    @Test
    void whatLiesBeyondTheEndsTakesTheirColour() {
        assertThat(ColourScale.SEQUENTIAL.at(-3)).isEqualTo(ColourScale.SEQUENTIAL.at(0));
        assertThat(ColourScale.SEQUENTIAL.at(3)).isEqualTo(ColourScale.SEQUENTIAL.at(1));
    }

    @Test
    void nothingInCommonIsQuietAndTheSamePersonIsNot() {
        double[][] values = {{1, -0.4}, {-0.4, 1}};
        ValueRange range = ValueRange.of(SimilarityMatrix.of(List.of("a", "b"), values), ColourScale.QUIET);
        for (double similarity : new double[] {-0.4, 0, 0.02}) {
            OkLab colour = OkLab.of(ColourScale.QUIET.at(range.fraction(similarity)));
            assertThat(colour.lightness()).isGreaterThan(0.95);
            assertThat(Math.hypot(colour.a(), colour.b())).isLessThan(0.01);
        }
        assertThat(OkLab.of(ColourScale.QUIET.at(range.fraction(1))).lightness()).isLessThan(0.3);
    }

    @Test
    void scaleOfOnesOwnRunsThroughItsColours() {
        ColourScale own = ColourScale.of(Color.WHITE, Color.ORANGE, Color.BLACK);
        assertThat(List.of(own.at(0), own.at(0.5), own.at(1)))
                .containsExactly(Color.WHITE, Color.ORANGE, Color.BLACK);
        assertThatThrownBy(() -> ColourScale.of(Color.WHITE)).hasMessageContaining("two or more, found 1");
    }

    @Test
    void nanHasNoColour() {
        assertThatThrownBy(() -> ColourScale.GREY.at(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aColourSurvivesTheWayThroughOkLab() {
        for (int rgb = 0; rgb <= 0xffffff; rgb += 0x10307) {
            assertThat(OkLab.of(new Color(rgb)).toColor()).isEqualTo(new Color(rgb));
        }
    }

    @Test
    void sixtyPeopleGetSixtyColours() {
        List<String> people = new ArrayList<>();
        for (int index = 0; index < 60; index++) {
            people.add("person " + index);
        }
        PersonColours colours = PersonColours.of(people);
        assertThat(new HashSet<>(people.stream().map(colours::of).toList())).hasSize(60);
    }
}
