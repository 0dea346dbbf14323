package org.faceunlock.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimilarityTransformTest {

    private static final long SEED = 20240612;
    private static final List<Point> CORNERS = List.of(new Point(0, 0), new Point(2, 0), new Point(2, 1));

    @ParameterizedTest
    @CsvSource({"1, 0, 0, 0", "3, 4, -7, 2.5", "0, 1, 10, 20", "-1, 0, 4, 3", "0.02, -0.01, 1000, -1000"})
    void plantedTransformIsFound(double a, double b, double dx, double dy) {
        SimilarityTransform planted = new SimilarityTransform(a, b, dx, dy);
        SimilarityTransform found = fit(CORNERS, CORNERS.stream().map(planted::apply).toList());
        assertThat(numbers(found)).containsExactly(numbers(planted), within(1e-9));
    }

    @Test
    void quarterTurnBringsTheXAxisDown() {
        SimilarityTransform turn = new SimilarityTransform(0, 1, 0, 0);
        assertThat(turn.apply(new Point(1, 0))).isEqualTo(new Point(0, 1));
        assertThat(turn.degrees()).isEqualTo(90);
        assertThat(turn.scale()).isEqualTo(1);
    }

    @Test
    void noNearbyTransformFitsNoisyPointsBetter() {
        Random random = new Random(SEED);
        List<Point> from = points(random, 5);
        List<Point> to = points(random, 5);
        SimilarityTransform best = fit(from, to);
        for (double step : new double[] {1e-3, -1e-3}) {
            assertThat(Stream.of(
                    new SimilarityTransform(best.a() + step, best.b(), best.dx(), best.dy()),
                    new SimilarityTransform(best.a(), best.b() + step, best.dx(), best.dy()),
                    new SimilarityTransform(best.a(), best.b(), best.dx() + step, best.dy()),
                    new SimilarityTransform(best.a(), best.b(), best.dx(), best.dy() + step)))
                    .as("seed %d", SEED)
                    .allSatisfy(other -> assertThat(error(other, from, to)).isGreaterThan(error(best, from, to)));
        }
    }

    @Test
    void movingTheTargetMovesTheTransformWithIt() {
        Random random = new Random(SEED);
        List<Point> from = points(random, 5);
        List<Point> to = points(random, 5);
        SimilarityTransform moved = new SimilarityTransform(1.5, -2, 30, -4);
        SimilarityTransform before = fit(from, to);
        SimilarityTransform after = fit(from, to.stream().map(moved::apply).toList());
        assertThat(points(random, 20)).as("seed %d", SEED).allSatisfy(point ->
                assertThat(after.apply(point).distanceTo(moved.apply(before.apply(point)))).isLessThan(1e-9));
    }

    @Test
    void mirrorImageIsNotMirroredBack() {
        List<Point> mirrored = CORNERS.stream().map(point -> new Point(-point.x(), point.y())).toList();
        SimilarityTransform found = fit(CORNERS, mirrored);
        assertThat(error(found, CORNERS, mirrored)).isGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void fewerThanTwoPointsAreRefused(int count) {
        List<Point> points = CORNERS.subList(0, count);
        assertThatThrownBy(() -> SimilarityTransform.leastSquares(points, points))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("at least two");
    }

    @Test
    void pointsWithoutPartnersAreRefused() {
        assertThatThrownBy(() -> SimilarityTransform.leastSquares(CORNERS, CORNERS.subList(0, 2)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("3 and 2");
    }

    @Test
    void pointsInOnePlaceHaveNoTransform() {
        List<Point> same = List.of(new Point(3, 3), new Point(3, 3), new Point(3, 3));
        assertThat(SimilarityTransform.leastSquares(same, CORNERS)).isEmpty();
        assertThat(SimilarityTransform.leastSquares(CORNERS, same)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void pointThatIsNoNumberHasNoTransform(double x) {
        List<Point> broken = List.of(new Point(x, 0), new Point(2, 0), new Point(2, 1));
        assertThat(SimilarityTransform.leastSquares(CORNERS, broken)).isEmpty();
        assertThat(SimilarityTransform.leastSquares(broken, CORNERS)).isEmpty();
    }

    @Test
    void transformToOnePlaceIsRefused() {
        assertThatThrownBy(() -> new SimilarityTransform(0, 0, 1, 1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("scale above 0");
    }

    private static SimilarityTransform fit(List<Point> from, List<Point> to) {
        return SimilarityTransform.leastSquares(from, to).orElseThrow();
    }

    private static double error(SimilarityTransform transform, List<Point> from, List<Point> to) {
        return IntStream.range(0, from.size())
                .mapToDouble(i -> Math.pow(transform.apply(from.get(i)).distanceTo(to.get(i)), 2)).sum();
    }

    private static List<Point> points(Random random, int count) {
        return Stream.generate(() -> new Point(random.nextDouble(), random.nextDouble())).limit(count).toList();
    }

    private static double[] numbers(SimilarityTransform transform) {
        return new double[] {transform.a(), transform.b(), transform.dx(), transform.dy()};
    }
}
