package org.faceunlock.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.BoxEnd;
import org.faceunlock.geometry.Detection;
import org.faceunlock.geometry.Landmarks;
import org.faceunlock.geometry.Point;
import org.faceunlock.network.FloatTensor;
import org.junit.jupiter.api.Test;

/** A network that answers with the targets makes the cascade find the truth. */
class WindowTargetsTest {

    private static final Box WINDOW = new Box(20, 10, 60, 50);
    private static final Box FACE = new Box(25.5, 8, 52, 47.25);
    private static final Landmarks MARKS = new Landmarks(
            new Point(31, 20), new Point(46, 21), new Point(38, 30.5), new Point(33, 38), new Point(45, 39));

    @Test
    void quarterOfTheWindowIsAQuarter() {
        assertThat(WindowTargets.shift(new Box(0, 0, 40, 40), new Box(10, -10, 50, 30), BoxEnd.EXCLUSIVE))
                .containsExactly(0.25f, -0.25f, 0.25f, -0.25f);
    }

    @Test
    void regressionOfTheTargetsIsTheTrueBoxInBothConventions() {
        for (BoxEnd end : BoxEnd.values()) {
            float[] shift = WindowTargets.shift(WINDOW, FACE, end);
            Candidates window = new Candidates(edges(WINDOW), new float[] {1}, shift);
            float[] moved = BoxRegression.apply(window, end).boxes();
            for (int edge = 0; edge < 4; edge++) {
                assertThat(moved[edge]).as("%s edge %d", end, edge).isCloseTo(edges(FACE)[edge], within(1e-5f));
            }
        }
    }

    @Test
    void outputStageOnTheTargetsFindsTheTrueFace() {
        StageNetwork oNet = input -> List.of(
                FloatTensor.wrap(WindowTargets.shift(WINDOW, FACE, BoxEnd.INCLUSIVE), 1, 4),
                FloatTensor.wrap(WindowTargets.marks(WINDOW, MARKS), 1, 10),
                FloatTensor.wrap(new float[] {0, 1}, 1, 2));
        List<Detection> found = new OutputStage(oNet, 0.7)
                .run(IntegralImage.of(Photos.noise(80, 60, 3)), Candidates.of(edges(WINDOW), new float[] {1}));
        assertThat(found).hasSize(1);
        for (int i = 0; i < 5; i++) {
            double distance = found.get(0).landmarks().points().get(i).distanceTo(MARKS.points().get(i));
            assertThat(distance).as("landmark %d", i).isLessThan(1e-4);
        }
        assertThat(found.get(0).box().x1()).isCloseTo(FACE.x1(), within(1e-4));
        assertThat(found.get(0).box().y2()).isCloseTo(FACE.y2(), within(1e-4));
    }

    private static float[] edges(Box box) {
        return new float[] {(float) box.x1(), (float) box.y1(), (float) box.x2(), (float) box.y2()};
    }
}
