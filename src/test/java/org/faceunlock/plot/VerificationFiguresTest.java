package org.faceunlock.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.faceunlock.evaluate.OperatingPoint;
import org.faceunlock.evaluate.VerificationScores;
import org.junit.jupiter.api.Test;

/** The histogram of similarities and the DET curve; both are left in target/figures to be looked at. */
class VerificationFiguresTest {

    private static final Path FIGURES = Path.of("target", "figures");
    private static final Color THRESHOLD = Palette.TEXT;

    @Test
    void stepsNeverErrLessThanTheCornersSay() {
        List<OperatingPoint> corners = scores(1, 200, 2000, 2).curve();
        List<double[]> steps = DetCurve.steps(corners);
        for (int i = 1; i < steps.size(); i++) {
            boolean level = steps.get(i)[1] == steps.get(i - 1)[1];
            boolean upright = steps.get(i)[0] == steps.get(i - 1)[0];
            assertThat(level || upright).isTrue();
            assertThat(steps.get(i)[0]).isLessThanOrEqualTo(steps.get(i - 1)[0]);
            assertThat(steps.get(i)[1]).isGreaterThanOrEqualTo(steps.get(i - 1)[1]);
        }
        assertThat(steps).hasSize(2 * corners.size() + 1);
    }

    @Test
    void sharesOfTheBinsAddUpToOne() {
        double[] scores = new Random(3).doubles(500).toArray();
        double[] shares = ScoreHistogram.shares(scores, 0, 1.0 / 60);
        assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(1e-12));
        assertThat(shares[0]).isCloseTo(Arrays.stream(scores).filter(s -> s < 1.0 / 60).count() / 500.0, within(1e-12));
    }

    @Test
    void highestScoreFallsIntoTheLastBin() {
        assertThat(ScoreHistogram.shares(new double[] {1}, 0, 1.0 / 60)[59]).isOne();
    }

    @Test
    void worseSystemIsDrawnAboveTheBetterOne() throws IOException {
        VerificationScores better = scores(4, 3000, 100_000, 4.2);
        VerificationScores worse = scores(5, 3000, 100_000, 2.6);
        BufferedImage figure = DetCurve.of("vggface2", better).with("demo", worse)
                .withCaption("3,000 mated and 100,000 non-mated comparisons of planted scores.").draw();
        FigureFile.writePng(figure, FIGURES.resolve("det.png"));
        PersonColours colours = PersonColours.of(List.of("vggface2", "demo"));
        int column = figure.getWidth() / 2;
        int demo = highest(figure, column, colours.of("demo"));
        assertThat(demo).isLessThan(highest(figure, column, colours.of("vggface2")));
    }

    @Test
    void perfectSystemHasAFigureToo() {
        BufferedImage figure = DetCurve.of("perfect",
                VerificationScores.of(new double[] {0.9, 0.95}, new double[] {0.1, 0.2})).draw();
        assertThat(figure.getWidth()).isGreaterThan(1000);
    }

    @Test
    void oneNameForTwoSystemsIsRefused() {
        DetCurve figure = DetCurve.of("demo", scores(6, 10, 10, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> figure.with("demo", scores(7, 10, 10, 1)));
    }

    @Test
    void thresholdStandsWhereItBelongs() throws IOException {
        VerificationScores scores = cosines(8);
        BufferedImage without = ScoreHistogram.of(scores).withTitle("Similarities of the demo embedder").draw();
        BufferedImage low = ScoreHistogram.of(scores).withThreshold(0.2).draw();
        BufferedImage high = ScoreHistogram.of(scores).withThreshold(0.5)
                .withTitle("Similarities of the demo embedder").withCaption("Planted scores.").draw();
        FigureFile.writePng(without, FIGURES.resolve("scores-plain.png"));
        FigureFile.writePng(high, FIGURES.resolve("scores.png"));
        assertThat(upright(low)).isLessThan(upright(high));
    }

    @Test
    void scoresThatAreAllTheSameHaveAHistogram() {
        assertThat(ScoreHistogram.of(VerificationScores.of(new double[] {0.5}, new double[] {0.5})).draw()).isNotNull();
    }

    @Test
    void histogramOfNothingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() ->
                ScoreHistogram.of(VerificationScores.of(new double[] {Double.NaN}, new double[0])));
    }

    private static VerificationScores scores(long seed, int mated, int nonMated, double distance) {
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        return VerificationScores.of(random.doubles(mated).map(u -> distance + random.nextGaussian()).toArray(),
                random.doubles(nonMated).map(u -> random.nextGaussian()).toArray());
    }

    private static VerificationScores cosines(long seed) {
        Random random = new Random(seed);
        return VerificationScores.of(
                random.doubles(3000).map(u -> Math.tanh(1 + 0.3 * random.nextGaussian())).toArray(),
                random.doubles(90_000).map(u -> Math.tanh(0.05 + 0.2 * random.nextGaussian())).toArray());
    }

    /** The row of the uppermost pixel of a colour in a column; the height if there is none. */
    private static int highest(BufferedImage figure, int column, Color colour) {
        int y = 0;
        while (y < figure.getHeight() && figure.getRGB(column, y) != colour.getRGB()) {
            y++;
        }
        return y;
    }

    /** The column in which most pixels have the threshold's colour. */
    private static int upright(BufferedImage figure) {
        int best = 0;
        int most = 0;
        for (int x = 0; x < figure.getWidth(); x++) {
            int count = 0;
            for (int y = 0; y < figure.getHeight(); y++) {
                count += figure.getRGB(x, y) == THRESHOLD.getRGB() ? 1 : 0;
            }
            if (count > most) {
                most = count;
                best = x;
            }
        }
        return best;
    }
}
