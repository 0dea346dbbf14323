package org.faceunlock.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.faceunlock.compare.SimilarityMatrix;
import org.faceunlock.embed.EmbeddedFace;
import org.faceunlock.embed.Embedding;
import org.faceunlock.embed.Embeddings;
import org.faceunlock.evaluate.GreyZone;
import org.faceunlock.evaluate.PairScores;
import org.faceunlock.evaluate.VerificationScores;
import org.junit.jupiter.api.Test;

/** The board that a slider moves, and its panels; the pictures are left in target/figures to be looked at. */
class ThresholdBoardTest {

    private static final Path FIGURES = Path.of("target", "figures");
    private static final int MOVES = 41;

    @Test
    void movedSliderOfSixtyPhotosIsAnsweredInTime() throws IOException {
        assertThat(answerMillis(12, 5)).isLessThan(150);
    }

    @Test
    void movedSliderOfThreeHundredPhotosIsAnsweredInTime() throws IOException {
        assertThat(answerMillis(60, 5)).isLessThan(500);
    }

    /** The median over all thresholds of what this thread computes, the PNG included. */
    private static double answerMillis(int people, int photos) throws IOException {
        ThresholdBoard board = board(people, photos);
        FigureFile.writePng(board.at(0.5), FIGURES.resolve("board-" + people * photos + ".png"));
        List<Double> cpu = new ArrayList<>();
        List<Double> wall = new ArrayList<>();
        for (int move = 0; move < 2 * MOVES; move++) { // the first half warms up
            double threshold = -0.2 + 1.2 * (move % MOVES) / (MOVES - 1);
            long begun = System.nanoTime();
            long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            FigureFile.toPng(board.at(threshold), FigureFile.DPI);
            cpu.add((ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - used) / 1e6);
            wall.add((System.nanoTime() - begun) / 1e6);
        }
        System.out.println(String.format(Locale.ROOT, "threshold board, %d photos: a moved slider takes %.0f ms of a"
                + " processor, %.0f ms on this busy or idle machine (medians)", people * photos, median(cpu),
                median(wall)));
        return median(cpu);
    }

    private static double median(List<Double> values) {
        List<Double> warm = new ArrayList<>(values.subList(MOVES, values.size()));
        Collections.sort(warm);
        return warm.get(MOVES / 2);
    }

    @Test
    void sliderChangesEveryPanel() {
        ThresholdBoard board = board(6, 4);
        BufferedImage low = board.at(0.1);
        BufferedImage high = board.at(0.7);
        int third = low.getWidth() / 3;
        int half = low.getHeight() / 2;
        assertThat(IntStream.range(0, 6).filter(panel -> differ(low, high, panel % 3 * third, panel / 3 * half, third,
                half)).count()).isEqualTo(6);
    }

    @Test
    void sliderThatComesBackShowsTheSamePicture() {
        ThresholdBoard board = board(6, 4);
        BufferedImage before = board.at(0.5);
        board.at(0.9);
        BufferedImage after = board.at(0.5);
        assertThat(differ(before, after, 0, 0, before.getWidth(), before.getHeight())).isFalse();
    }

    @Test
    void boardIsAFigureThatCanBeSaved() {
        assertThat(board(3, 3).withThreshold(0.4).withTitle("Thresholds").draw(800).getWidth()).isEqualTo(800);
    }

    @Test
    void rankedPairsAreThoseOfANaiveLoop() {
        List<String> people = DrawnFaces.people(5, "a", "b", "c");
        SimilarityMatrix matrix = DrawnFaces.similarities(people, 3);
        RankedPairs ranked = RankedPairs.of(matrix, people);
        for (double threshold : new double[] {-1, 0, 0.3, matrix.get(3, 1), matrix.get(9, 2), 1.1}) {
            List<double[]> wrong = new ArrayList<>();
            List<double[]> missed = new ArrayList<>();
            for (int row = 0; row < people.size(); row++) {
                for (int column = 0; column < row; column++) {
                    boolean mated = people.get(row).equals(people.get(column));
                    boolean accepted = matrix.get(row, column) >= threshold;
                    if (mated != accepted) {
                        (mated ? missed : wrong).add(new double[] {matrix.get(row, column)});
                    }
                }
            }
            assertThat(ranked.falseMatches(threshold)).extracting(RankedPairs.Pair::similarity)
                    .containsExactly(wrong.stream().map(one -> one[0]).sorted(Collections.reverseOrder())
                            .toArray(Double[]::new));
            assertThat(ranked.falseNonMatches(threshold)).extracting(RankedPairs.Pair::similarity)
                    .containsExactly(missed.stream().map(one -> one[0]).sorted().toArray(Double[]::new));
            assertThat(ranked.matches(threshold).size() + missed.size()).isEqualTo(3 * 10);
        }
    }

    @Test
    void marksFadeWhatIsBelowAndColourWhatIsWrong() {
        SimilarityMatrix matrix = SimilarityMatrix.of(List.of("1", "2", "3"),
                new double[][] {{1, 0.4, 0.5}, {0.4, 1, Double.NaN}, {0.5, Double.NaN, 1}});
        BufferedImage marks = new ThresholdMarks(matrix, List.of("a", "a", "b")).at(0.5);
        assertThat(marks.getRGB(0, 0) >>> 24).as("accepted, rightly").isZero();
        assertThat(marks.getRGB(1, 0)).as("of one person, below").isEqualTo(0xfff0e442);
        assertThat(marks.getRGB(2, 0)).as("of two people, at the threshold").isEqualTo(0xffd55e00);
        assertThat(marks.getRGB(2, 1)).as("no similarity").isEqualTo(0xb4ffffff);
    }

    @Test
    void markedHeatmapGraphAndWrongPairsCanBeDrawnAlone() throws IOException {
        List<String> people = DrawnFaces.people(4, "amara", "bruno", "chloe");
        SimilarityMatrix matrix = DrawnFaces.similarities(people, 5);
        List<FaceFigure<?>> figures = List.of(
                SimilarityHeatmap.of(matrix).withFaces(DrawnFaces.of(people)).withPeople(people).withThreshold(0.6),
                SimilarityGraph.of(matrix).withFaces(DrawnFaces.of(people)).withPeople(people).withThreshold(0.6),
                WrongPairs.of(matrix).withFaces(DrawnFaces.of(people)).withPeople(people).withThreshold(0.7));
        for (FaceFigure<?> figure : figures) {
            figure.save(FIGURES.resolve("threshold-" + figure.getClass().getSimpleName() + ".png"));
        }
        assertThat(figures).extracting(figure -> figure.draw(400).getWidth()).allMatch(width -> width > 200);
    }

    @Test
    void errorCurvesShowZoneAndThreshold() throws IOException {
        VerificationScores scores = PairScores.of(faces(6, 5)).scores();
        ErrorCurves curves = ErrorCurves.of(scores).withGreyZone(new GreyZone(0.3, 0.4)).withThreshold(0.35);
        curves.save(FIGURES.resolve("error-curves.png"));
        assertThat(differ(curves.draw(), ErrorCurves.of(scores).draw(), 0, 0, 4000, 4000)).isTrue();
    }

    @Test
    void errorCurvesOfNaNAloneAreRefused() {
        VerificationScores none = VerificationScores.of(new double[] {Double.NaN}, new double[] {Double.NaN});
        assertThatIllegalArgumentException().isThrownBy(() -> ErrorCurves.of(none)).withMessageContaining("finite");
    }

    private static boolean differ(BufferedImage one, BufferedImage other, int x, int y, int width, int height) {
        int w = Math.min(width, Math.min(one.getWidth(), other.getWidth()) - x);
        int h = Math.min(height, Math.min(one.getHeight(), other.getHeight()) - y);
        return !Arrays.equals(one.getRGB(x, y, w, h, null, 0, w), other.getRGB(x, y, w, h, null, 0, w));
    }

    private static ThresholdBoard board(int people, int photos) {
        Embeddings faces = faces(people, photos);
        return ThresholdBoard.of(faces).withFaces(DrawnFaces.of(faces.personOfEach()))
                .withGreyZone(new GreyZone(0.45, 0.55));
    }

    private static Embeddings faces(int people, int photos) {
        System.out.println("seed 7");
        Random random = new Random(7);
        List<EmbeddedFace> faces = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            double[] centre = random.doubles(32).map(u -> random.nextGaussian()).toArray();
            for (int photo = 0; photo < photos; photo++) {
                float[] values = new float[centre.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) (centre[i] + 0.7 * random.nextGaussian());
                }
                faces.add(EmbeddedFace.of(Path.of("p" + person, photo + ".jpg"), "p" + person, Embedding.of(values)));
            }
        }
        return Embeddings.of(faces);
    }
}
