package org.faceunlock.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.groups.Tuple;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.BoxEnd;
import org.faceunlock.geometry.Detection;
import org.faceunlock.geometry.Overlap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetectionMatchingTest {

    @Test
    void overlapOfExactlyAHalfIsAMatch() {
        FaceTruth truth = Planted.truth(0, 0, 10);
        Detection half = new Detection(new Box(0, 0, 10, 5), 0.9, truth.landmarks());
        Detection less = new Detection(new Box(0, 0, 10, 4.999), 0.9, truth.landmarks());
        assertThat(DetectionMatching.of(List.of(half), List.of(truth)).matches()).hasSize(1);
        assertThat(DetectionMatching.of(List.of(less), List.of(truth)).falseDetections()).containsExactly(less);
    }

    @Test
    void secondDetectionOfOneFaceIsFalse() {
        FaceTruth truth = Planted.truth(0, 0, 10);
        Detection sure = found(0, 0, 9, 0.99);
        Detection exact = found(0, 0, 10, 0.8);
        DetectionMatching matching = DetectionMatching.of(List.of(exact, sure), List.of(truth));
        assertThat(matching.matches()).extracting(DetectionMatch::detection).containsExactly(sure);
        assertThat(matching.falseDetections()).containsExactly(exact);
    }

    @Test
    void detectionTakesTheFaceThatItCoversBest() {
        FaceTruth near = Planted.truth(2, 0, 10);
        FaceTruth nearest = Planted.truth(1, 0, 10);
        DetectionMatching matching = DetectionMatching.of(List.of(found(0, 0, 10, 1)), List.of(near, nearest));
        assertThat(matching.matches().get(0).truth()).isSameAs(nearest);
        assertThat(matching.missed()).containsExactly(near);
    }

    @Test
    void equalTruthsAreTwoFaces() {
        FaceTruth truth = Planted.truth(0, 0, 10);
        DetectionMatching matching = DetectionMatching.of(
                List.of(found(0, 0, 10, 0.9), found(0, 0, 10, 0.8)), List.of(truth, truth));
        assertThat(matching.matches()).hasSize(2);
        assertThat(matching.missed()).isEmpty();
    }

    @Test
    void leastOverlapOfNothingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> DetectionMatching.of(List.of(), List.of(), 0));
    }

    @Test
    void landmarkErrorIsInEyeDistances() {
        FaceTruth truth = Planted.truth(0, 0, 20); // eyes 10 pixels apart
        Detection shifted = new Detection(truth.box(), 1, Planted.landmarks(3, 4, 20));
        DetectionMatching matching = DetectionMatching.of(List.of(shifted), List.of(truth));
        assertThat(matching.matches().get(0).landmarkError()).isCloseTo(0.5, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void matchingIsThatOfRepeatedSearchForTheMostProbable(long seed) {
        Random random = Planted.seeded(seed);
        List<FaceTruth> truths = new ArrayList<>();
        List<Detection> found = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            truths.add(Planted.truth(random.nextInt(40), random.nextInt(40), 15 + random.nextInt(10)));
            found.add(found(random.nextInt(40), random.nextInt(40), 15 + random.nextInt(10), random.nextInt(5) / 4.0));
        }
        DetectionMatching matching = DetectionMatching.of(found, truths, 0.3);
        assertThat(matching.matches()).extracting(DetectionMatch::detection, DetectionMatch::truth)
                .containsExactlyElementsOf(naive(found, truths, 0.3));
        assertThat(matching.matches().size() + matching.missed().size()).isEqualTo(truths.size());
        assertThat(matching.matches().size() + matching.falseDetections().size()).isEqualTo(found.size());
    }

    private static List<Tuple> naive(
            List<Detection> found, List<FaceTruth> truths, double least) {
        List<Tuple> matches = new ArrayList<>();
        boolean[] seen = new boolean[found.size()];
        boolean[] taken = new boolean[truths.size()];
        for (int round = 0; round < seen.length; round++) {
            int next = -1;
            for (int i = 0; i < seen.length; i++) {
                if (!seen[i] && (next < 0 || found.get(i).probability() > found.get(next).probability())) {
                    next = i;
                }
            }
            seen[next] = true;
            int best = -1;
            for (int i = 0; i < taken.length; i++) {
                if (!taken[i] && (best < 0
                        || iou(found.get(next), truths.get(i)) > iou(found.get(next), truths.get(best)))) {
                    best = i;
                }
            }
            if (best >= 0 && iou(found.get(next), truths.get(best)) >= least) {
                taken[best] = true;
                matches.add(Tuple.tuple(found.get(next), truths.get(best)));
            }
        }
        return matches;
    }

    private static double iou(Detection detection, FaceTruth truth) {
        return Overlap.IOU.of(detection.box(), truth.box(), BoxEnd.EXCLUSIVE);
    }

    static Detection found(double x, double y, double side, double probability) {
        return new Detection(new Box(x, y, x + side, y + side), probability, Planted.landmarks(x, y, side));
    }
}
