package org.faceunlock.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.faceunlock.evaluate.EqualErrorRate;
import org.faceunlock.evaluate.Interval;
import org.faceunlock.evaluate.OperatingPoint;
import org.faceunlock.evaluate.VerificationScores;
import org.knowm.xchart.style.Styler.LegendPosition;

/**
 * The trade between the two errors of a verification, FNMR over FMR: the nearer to the lower left, the better. Both
 * axes are of normal deviates, on which scores that are spread normally make a straight line (A. Martin and others,
 * "The DET curve in assessment of detection task performance", 1997).
 *
 * <p>Errors of 0 lie on the lower or left edge, half of one error in all comparisons; errors above 60 % on the others.
 * The dashed line is FMR = FNMR; dots mark the equal error rates, which the legend names, with the numbers of mated and
 * non-mated comparisons. The band holds the exact 95 % intervals of both errors, point by point.
 */
public final class DetCurve extends TitledFigure<DetCurve> {

    private static final double LEAST = 1e-6;
    private static final double MOST = 0.6;
    private static final double[] TICKS = {1e-6, 1e-5, 1e-4, 0.001, 0.005, 0.02, 0.05, 0.1, 0.2, 0.4};
    private static final int BAND_CORNERS = 60;
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private final Map<String, VerificationScores> systems;

    private DetCurve(Map<String, VerificationScores> systems, String title, String caption) {
        super("DET curve", title, caption);
        this.systems = systems;
    }

    /**
     * A figure of one system.
     *
     * @param name for the legend
     * @param scores with mated and non-mated comparisons
     */
    public static DetCurve of(String name, VerificationScores scores) {
        return new DetCurve(Map.of(), "Detection error trade-off", "").with(name, scores);
    }

    /** Another system in the same figure; a name may come once. */
    public DetCurve with(String name, VerificationScores scores) {
        if (systems.containsKey(name)) {
            throw new IllegalArgumentException(
                    "name: expected another than those there, found %s again".formatted(name));
        }
        Map<String, VerificationScores> more = new LinkedHashMap<>(systems);
        more.put(name, scores);
        return new DetCurve(more, title, caption);
    }

    @Override
    DetCurve with(String newTitle, String newCaption) {
        return new DetCurve(systems, newTitle, newCaption);
    }

    @Override
    Page page() {
        return layers(Chart.WIDTH, Chart.HEIGHT).page(title, caption, OptionalDouble.empty());
    }

    /** The curves stay; a dot on each moves. */
    Layers layers(int width, int height) {
        double left = edge(scores -> 0.5 / scores.nonMated().length);
        double below = edge(scores -> 0.5 / scores.mated().length);
        Chart chart = new Chart(width, height, "FMR: other people accepted", "FNMR: the same person refused",
                LegendPosition.InsideNE).between(deviate(left), deviate(MOST));
        Function<Double, String> room = value -> NumberFormats.fixed(value, 3) + " %"; // no two alike
        chart.xchart().getStyler().setYAxisMin(deviate(below)).setYAxisMax(deviate(MOST))
                .setXAxisTickLabelsFormattingFunction(room).setYAxisTickLabelsFormattingFunction(room)
                .setXAxisTickLabelsColor(Palette.PAPER).setYAxisTickLabelsColor(Palette.PAPER)
                .setPlotGridLinesVisible(false).setAxisTicksMarksVisible(false).setPlotContentSize(1);
        double corner = deviate(Math.max(left, below));
        chart.unnamed("equal", new double[] {corner, deviate(MOST)}, new double[] {corner, deviate(MOST)},
                Palette.LINE, dashes());
        PersonColours colours = PersonColours.of(List.copyOf(systems.keySet()));
        systems.forEach((name, scores) -> add(chart, name, scores, colours.of(name), left, below));
        return new Layers(width, height, g -> {
            chart.paint(g);
            drawAxes(g, chart, left, below);
            systems.forEach((name, scores) -> drawBand(g, chart, points(scores), colours.of(name), left, below));
        }, (g, threshold) -> systems.forEach((name, scores) -> {
            OperatingPoint at = scores.at(threshold);
            chart.mark(g, place(at.falseMatch().value(), left), place(at.falseNonMatch().value(), below),
                    Palette.TEXT);
        }));
    }

    /** XChart knows no normal deviates: its tick labels only keep the room, and these are drawn there. */
    private static void drawAxes(Graphics2D g, Chart chart, double left, double below) {
        TextStyle numbers = TextStyle.plain(11);
        g.setStroke(new BasicStroke(0.75f));
        for (double tick : TICKS) {
            double x = chart.x(deviate(tick));
            double y = chart.y(deviate(tick));
            double bottom = chart.y(deviate(below));
            double start = chart.x(deviate(left));
            g.setColor(Palette.GRID);
            if (tick >= left) {
                g.draw(new Line2D.Double(x, bottom, x, chart.y(deviate(MOST))));
                PlacedText.centredAt(percent(tick), numbers, Palette.TEXT, x, bottom + 12).draw(g);
            }
            g.setColor(Palette.GRID);
            if (tick >= below) {
                g.draw(new Line2D.Double(start, y, chart.x(deviate(MOST)), y));
                PlacedText.rightAt(percent(tick), numbers, Palette.TEXT, start - 6, y).draw(g);
            }
        }
    }

    /** The corners, and a point beyond either end. */
    private static List<OperatingPoint> points(VerificationScores scores) {
        return Stream.of(Stream.of(scores.at(scores.thresholds()[0])), scores.curve().stream(),
                Stream.of(scores.at(Double.POSITIVE_INFINITY))).flatMap(points -> points).toList();
    }

    /** Between the lower and the upper ends of both errors' exact intervals, corner by corner. */
    private static void drawBand(Graphics2D g, Chart chart, List<OperatingPoint> corners, Color colour, double left,
            double below) {
        List<double[]> ends = new ArrayList<>();
        for (int i = 0; i < Math.min(BAND_CORNERS, corners.size()); i++) {
            OperatingPoint corner = corners.get(corners.size() <= BAND_CORNERS ? i
                    : (int) ((long) i * (corners.size() - 1) / (BAND_CORNERS - 1)));
            Interval across = corner.falseMatch().interval(Interval.USUAL_CONFIDENCE);
            Interval up = corner.falseNonMatch().interval(Interval.USUAL_CONFIDENCE);
            ends.add(i, new double[] {across.lower(), up.lower()});
            ends.add(i + 1, new double[] {across.upper(), up.upper()});
        }
        Path2D band = new Path2D.Double();
        ends.forEach(end -> {
            double x = chart.x(place(end[0], left));
            double y = chart.y(place(end[1], below));
            if (band.getCurrentPoint() == null) {
                band.moveTo(x, y);
            } else {
                band.lineTo(x, y);
            }
        });
        g.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 45));
        g.fill(band);
    }

    private static BasicStroke dashes() {
        return new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, new float[] {5, 4}, 0);
    }

    /** Half of one error in all comparisons, of the system that has most of them. */
    private double edge(ToDoubleFunction<VerificationScores> least) {
        return Math.max(LEAST, Math.min(systems.values().stream().mapToDouble(least).min().orElseThrow(), 0.04));
    }

    private static void add(
            Chart chart, String name, VerificationScores scores, Color colour, double left, double below) {
        EqualErrorRate equal = scores.equalErrorRate();
        List<double[]> steps = steps(scores.curve());
        chart.line(String.format(Locale.ROOT, "%s, EER %s %%\nn = %,d and %,d", name,
                        NumberFormats.fixed(100 * equal.value(), 2), scores.mated().length, scores.nonMated().length),
                steps.stream().mapToDouble(step -> place(step[0], left)).toArray(),
                steps.stream().mapToDouble(step -> place(step[1], below)).toArray(),
                colour, new BasicStroke(2));
        double shown = place(equal.value(), Math.max(left, below));
        chart.dot("EER of " + name, shown, shown, colour);
    }

    /** An error as a normal deviate, at most as far out as the edges. */
    private static double place(double error, double least) {
        return deviate(Math.max(least, Math.min(MOST, error)));
    }

    private static double deviate(double error) {
        return NORMAL.inverseCumulativeProbability(error);
    }

    /** The corners, and the way between them that errs more. */
    static List<double[]> steps(List<OperatingPoint> corners) {
        List<double[]> steps = new ArrayList<>();
        for (OperatingPoint corner : corners) {
            double fnmr = corner.falseNonMatch().value();
            steps.add(new double[] {steps.isEmpty() ? 1 : steps.get(steps.size() - 1)[0], fnmr});
            steps.add(new double[] {corner.falseMatch().value(), fnmr});
        }
        steps.add(new double[] {steps.get(steps.size() - 1)[0], 1});
        return steps;
    }

    private static String percent(double share) {
        int decimals = Math.max(0, (int) Math.ceil(-Math.log10(100 * share) - 1e-9));
        return NumberFormats.fixed(100 * share, decimals) + " %";
    }
}
