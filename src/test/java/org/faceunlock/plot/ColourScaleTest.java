package org.faceunlock.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColourScaleTest {

    @ParameterizedTest
    @EnumSource(value = ColourScale.class, names = {"SEQUENTIAL", "GREY"})
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
    @EnumSource(ColourScale.class)
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
