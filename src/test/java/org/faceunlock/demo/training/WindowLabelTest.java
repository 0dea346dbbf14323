package org.faceunlock.demo.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.faceunlock.demo.people.Pose;
import org.faceunlock.demo.people.Truth;
import org.faceunlock.demo.training.StageTargets.Kind;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.BoxEnd;
import org.faceunlock.geometry.Landmarks;
import org.faceunlock.geometry.Point;
import org.junit.jupiter.api.Test;

/** A face of 30 x 40 pixels, whose square is 0, 0 to 40, 40. */
class WindowLabelTest {

    private static final Landmarks MARKS = new Landmarks(
            new Point(12, 12), new Point(27, 12), new Point(20, 22), new Point(14, 30), new Point(26, 30));
    private static final Truth FACE = new Truth(1, new Box(5, 0, 35, 40), MARKS, Pose.FRONTAL);

    @Test
    void squareAroundTheFaceOverlapsWhole() {
        assertThat(WindowLabel.square(FACE.box())).isEqualTo(new Box(0, 0, 40, 40));
        assertThat(WindowLabel.overlap(new Box(0, 0, 40, 40), FACE)).isEqualTo(1);
    }

    @Test
    void windowShiftedByAnEighthIsAFace() { // 35 / 45 = 0.78
        WindowLabel label = label(new Box(5, 0, 45, 40));
        assertThat(label.kind()).isEqualTo(Kind.FACE);
        assertThat(label.shift()).containsExactly(0f, 0f, -0.25f, 0f);
        assertThat(label.marks()[0]).isCloseTo((12 + 1 - 5) / 41f, within(1e-6f));
        assertThat(label.marks()[5]).isCloseTo((12 + 1) / 41f, within(1e-6f));
    }

    @Test
    void windowShiftedByAQuarterIsAPart() { // 30 / 50 = 0.6
        assertThat(label(new Box(10, 0, 50, 40)).kind()).isEqualTo(Kind.PART);
    }

    @Test
    void windowBetweenPartAndNoneTeachesNothing() { // 20.5 / 59.5 = 0.34
        assertThat(WindowLabel.of(new Box(19.5, 0, 59.5, 40), List.of(FACE), BoxEnd.EXCLUSIVE)).isEmpty();
    }

    @Test
    void windowInsideTheFaceIsNone() { // 400 / 1600
        assertThat(label(new Box(10, 10, 30, 30)).kind()).isEqualTo(Kind.NONE);
    }

    @Test
    void pictureWithoutPeopleHasNoFaces() {
        WindowLabel label = WindowLabel.of(new Box(0, 0, 40, 40), List.of(), BoxEnd.EXCLUSIVE).orElseThrow();
        assertThat(label.kind()).isEqualTo(Kind.NONE);
    }

    @Test
    void nearestOfTwoFacesCounts() {
        Truth other = new Truth(2, new Box(45, 0, 75, 40), MARKS, Pose.FRONTAL);
        Box window = new Box(40, 0, 80, 40);
        WindowLabel label = WindowLabel.of(window, List.of(FACE, other), BoxEnd.EXCLUSIVE).orElseThrow();
        assertThat(label.kind()).isEqualTo(Kind.FACE);
        assertThat(label.shift()).containsExactly(0.125f, 0f, -0.125f, 0f);
    }

    private static WindowLabel label(Box window) {
        return WindowLabel.of(window, List.of(FACE), BoxEnd.EXCLUSIVE).orElseThrow();
    }
}
