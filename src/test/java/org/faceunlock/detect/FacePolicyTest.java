package org.faceunlock.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.Detection;
import org.faceunlock.geometry.Landmarks;
import org.faceunlock.geometry.Point;
import org.faceunlock.image.FaceStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FacePolicyTest {

    private static final Detection LARGE_BUT_UNSURE = face(0, 0, 60, 60, 0.8);
    private static final Detection MIDDLE = face(60, 0, 100, 40, 0.95);
    private static final Detection SMALL_BUT_SURE = face(0, 80, 20, 100, 0.99);
    private static final Detection CENTRAL = face(40, 40, 65, 65, 0.85);
    private static final List<Detection> FACES = List.of(SMALL_BUT_SURE, MIDDLE, LARGE_BUT_UNSURE, CENTRAL);

    private static Detection face(double x1, double y1, double x2, double y2, double probability) {
        Point centre = new Box(x1, y1, x2, y2).centre();
        Landmarks landmarks = new Landmarks(centre, centre, centre, centre, centre);
        return new Detection(new Box(x1, y1, x2, y2), probability, landmarks);
    }

    @Test
    void theLargestFaceCounts() {
        assertThat(FacePolicy.LARGEST.choose(FACES, 100, 100)).contains(LARGE_BUT_UNSURE);
    }

    @Test
    void theLikeliestFaceCounts() {
        assertThat(FacePolicy.PROBABILITY.choose(FACES, 100, 100)).contains(SMALL_BUT_SURE);
    }

    @Test
    void theLargestOfTheSureFacesCounts() {
        assertThat(FacePolicy.LARGEST_OVER_THRESHOLD.choose(FACES, 100, 100)).contains(MIDDLE);
    }

    @Test
    void noFaceCountsWhenNoneIsSure() {
        List<Detection> unsure = List.of(LARGE_BUT_UNSURE, face(0, 0, 5, 5, 0.9));
        assertThat(FacePolicy.LARGEST_OVER_THRESHOLD.choose(unsure, 100, 100)).isEmpty();
        assertThat(FacePolicy.LARGEST_OVER_THRESHOLD.refusal(unsure).status()).isEqualTo(FaceStatus.NO_FACE);
        assertThat(FacePolicy.LARGEST_OVER_THRESHOLD.refusal(unsure).reason()).contains("0.9");
    }

    @Test
    void distanceFromTheCentreCostsTwiceItsSquare() {
        // 3600 - 2 * 800 = 2000 for the large one at (30, 30), 625 - 2 * 12.5 = 600 for the central one
        assertThat(FacePolicy.CENTRE_WEIGHTED_SIZE.choose(FACES, 100, 100)).contains(LARGE_BUT_UNSURE);
        // with the centre at (100, 100): 3600 - 2 * 9800 against 625 - 2 * 4512.5
        assertThat(FacePolicy.CENTRE_WEIGHTED_SIZE.choose(List.of(LARGE_BUT_UNSURE, CENTRAL), 200, 200))
                .contains(CENTRAL);
    }

    @Test
    void theOnlyFaceCounts() {
        assertThat(FacePolicy.EXACTLY_ONE.choose(List.of(MIDDLE), 100, 100)).contains(MIDDLE);
    }

    @Test
    void noneOfSeveralCountsWhenExactlyOneIsExpected() {
        assertThat(FacePolicy.EXACTLY_ONE.choose(FACES, 100, 100)).isEmpty();
        assertThat(FacePolicy.EXACTLY_ONE.refusal(FACES).status()).isEqualTo(FaceStatus.SEVERAL_FACES);
        assertThat(FacePolicy.EXACTLY_ONE.refusal(FACES).reason()).contains("4 faces");
        assertThat(FacePolicy.EXACTLY_ONE.refusal(FACES).detections()).isEqualTo(FACES);
    }

    @ParameterizedTest
    @EnumSource(value = FacePolicy.class, names = {"LARGEST", "PROBABILITY", "CENTRE_WEIGHTED_SIZE"})
    void ofEqualsTheFirstDetectedCounts(FacePolicy policy) {
        Detection left = face(20, 40, 40, 60, 0.9);
        Detection right = face(60, 40, 80, 60, 0.9);
        assertThat(policy.choose(List.of(left, right), 100, 100)).containsSame(left);
        assertThat(policy.choose(List.of(right, left), 100, 100)).containsSame(right);
    }

    @ParameterizedTest
    @EnumSource(FacePolicy.class)
    void nothingCountsWhereNothingIs(FacePolicy policy) {
        assertThat(policy.choose(List.of(), 100, 100)).isEmpty();
        assertThat(policy.refusal(List.of()).status()).isEqualTo(FaceStatus.NO_FACE);
    }
}
