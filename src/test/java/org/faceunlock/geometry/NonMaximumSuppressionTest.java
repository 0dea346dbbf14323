package org.faceunlock.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NonMaximumSuppressionTest {

    private static final NonMaximumSuppression IOU_HALF =
            new NonMaximumSuppression(Overlap.IOU, BoxEnd.EXCLUSIVE, 0.5);

    @Test
    void theBoxWithTheHigherScoreStays() {
        float[] boxes = {0, 0, 10, 10, 1, 0, 11, 10, 50, 50, 60, 60};
        assertThat(IOU_HALF.keep(boxes, new float[] {0.7f, 0.9f, 0.8f})).containsExactly(1, 2);
    }

    @Test
    void ofEqualScoresTheFirstStays() {
        float[] boxes = {1, 0, 11, 10, 0, 0, 10, 10, 50, 50, 60, 60, 51, 50, 61, 60};
        assertThat(IOU_HALF.keep(boxes, new float[] {1, 1, 1, 1})).containsExactly(0, 2);
        assertThat(IOU_HALF.keep(boxes, new float[] {0f, -0f, -0f, 0f})).containsExactly(0, 2);
    }

    @Test
    void ofEqualScoresTheLastStaysWhereSaid() {
        float[] boxes = {1, 0, 11, 10, 0, 0, 10, 10, 50, 50, 60, 60, 51, 50, 61, 60};
        NonMaximumSuppression last =
                new NonMaximumSuppression(Overlap.IOU, BoxEnd.EXCLUSIVE, 0.5, NonMaximumSuppression.Ties.LAST);
        assertThat(last.keep(boxes, new float[] {1, 1, 1, 1})).containsExactly(3, 1);
        assertThat(last.keep(boxes, new float[] {2, 1, 1, 1})).containsExactly(0, 3);
        assertThat(last.keep(boxes, new float[] {0f, -0f, -0f, 0f})).containsExactly(3, 1);
    }

    @Test
    void anOverlapEqualToTheThresholdStrikesNothingOut() {
        float[] boxes = {0, 0, 2, 1, 0, 0, 1, 1}; // IoU exactly 0.5
        assertThat(IOU_HALF.keep(boxes, new float[] {2, 1})).containsExactly(0, 1);
        assertThat(new NonMaximumSuppression(Overlap.IOU, BoxEnd.EXCLUSIVE, 0.49).keep(boxes, new float[] {2, 1}))
                .containsExactly(0);
    }

    @Test
    void aStruckOutBoxStrikesNothingOut() {
        float[] boxes = {0, 0, 10, 10, 3, 0, 13, 10, 6, 0, 16, 10}; // neighbours overlap by 0.54, the outer two by 0.25
        assertThat(IOU_HALF.keep(boxes, new float[] {3, 2, 1})).containsExactly(0, 2);
    }

    @Test
    void iomStrikesOutABoxInsideAnother() {
        float[] boxes = {0, 0, 100, 100, 40, 40, 50, 50};
        float[] scores = {1, 2};
        assertThat(IOU_HALF.keep(boxes, scores)).containsExactly(1, 0);
        assertThat(new NonMaximumSuppression(Overlap.IOM, BoxEnd.INCLUSIVE, 0.5).keep(boxes, scores))
                .containsExactly(1);
    }

    @Test
    void nothingIsLeftOfNothing() {
        assertThat(IOU_HALF.keep(new float[0], new float[0])).isEmpty();
    }

    @Test
    void scoresMustFitTheBoxes() {
        assertThatThrownBy(() -> IOU_HALF.keep(new float[7], new float[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4 numbers").hasMessageContaining("7");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void aThresholdOutsideZeroToOneIsRefused(double threshold) {
        assertThatThrownBy(() -> new NonMaximumSuppression(Overlap.IOU, BoxEnd.EXCLUSIVE, threshold))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("" + threshold);
    }

    @ParameterizedTest
    @CsvSource({
        "IOU, EXCLUSIVE, 0", "IOU, EXCLUSIVE, 0.1", "IOU, EXCLUSIVE, 0.5", "IOU, EXCLUSIVE, 0.7", "IOU, INCLUSIVE, 0.7",
        "IOU, INCLUSIVE, 1", "IOM, EXCLUSIVE, 0.3", "IOM, INCLUSIVE, 0.7"})
    void agreesWithComparingEveryPair(Overlap overlap, BoxEnd end, double threshold) {
        NonMaximumSuppression suppression = new NonMaximumSuppression(overlap, end, threshold);
        for (long seed = 1; seed <= 40; seed++) {
            Random random = new Random(seed);
            float[] scores = scores(random, 300);
            float[] boxes = boxes(random, 300);
            int[] kept = suppression.keep(boxes, scores);
            assertThat(kept).as("seed %d", seed).containsExactly(naive(suppression, boxes, scores));
        }
    }

    @Test
    void aSecondSuppressionChangesNothing() {
        Random random = new Random(7);
        float[] boxes = boxes(random, 500);
        float[] scores = scores(random, 500);
        int[] kept = IOU_HALF.keep(boxes, scores);
        float[] keptBoxes = new float[4 * kept.length];
        float[] keptScores = new float[kept.length];
        for (int i = 0; i < kept.length; i++) {
            System.arraycopy(boxes, 4 * kept[i], keptBoxes, 4 * i, 4);
            keptScores[i] = scores[kept[i]];
        }
        assertThat(kept.length).isBetween(2, 499);
        assertThat(IOU_HALF.keep(keptBoxes, keptScores)).containsExactly(IntStream.range(0, kept.length).toArray());
    }

    private static float[] boxes(Random random, int count) {
        float[] boxes = new float[4 * count];
        for (int i = 0; i < boxes.length; i += 4) {
            boxes[i] = random.nextFloat() * 120 - 20;
            boxes[i + 1] = random.nextFloat() * 40 - 20;
            boxes[i + 2] = boxes[i] + (float) Math.exp(random.nextDouble() * 4);
            boxes[i + 3] = boxes[i + 1] + (float) Math.exp(random.nextDouble() * 4);
        }
        return boxes;
    }

    /** Few distinct values, so that many are equal. */
    private static float[] scores(Random random, int count) {
        float[] scores = new float[count];
        for (int i = 0; i < count; i++) {
            scores[i] = random.nextInt(50) / 50f;
        }
        return scores;
    }

    private static int[] naive(NonMaximumSuppression suppression, float[] boxes, float[] scores) {
        List<Integer> order = IntStream.range(0, scores.length).boxed()
                .sorted(Comparator.comparingDouble(row -> -scores[row])).toList();
        List<Integer> kept = new ArrayList<>();
        for (int row : order) {
            if (kept.stream().noneMatch(other -> suppression.overlap()
                    .of(box(boxes, row), box(boxes, other), suppression.end()) > suppression.threshold())) {
                kept.add(row);
            }
        }
        return kept.stream().mapToInt(Integer::intValue).toArray();
    }

    private static Box box(float[] boxes, int row) {
        return new Box(boxes[4 * row], boxes[4 * row + 1], boxes[4 * row + 2], boxes[4 * row + 3]);
    }
}
