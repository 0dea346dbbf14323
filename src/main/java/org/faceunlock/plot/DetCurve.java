package org.faceunlock.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.faceunlock.evaluate.EqualErrorRate;
import org.faceunlock.evaluate.OperatingPoint;
import org.faceunlock.evaluate.VerificationScores;
import org.knowm.xchart.style.Styler.LegendPosition;

/**
 * The trade between the two errors of a verification, FNMR over FMR: the nearer to the lower left, the better. Both
 * axes are logarithmic.
 *
 * <p>Errors of 0 lie on the lower or left edge, which is drawn at most a decade below one error in all comparisons. The
 * dashed line is FMR = FNMR; dots mark the equal error rates, which the legend names.
 */
public final class DetCurve extends TitledFigure<DetCurve> {

    private static final double LEAST = 1e-6;

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
        double left = edge(scores -> 1.0 / scores.nonMated().length);
        double below = edge(scores -> 1.0 / scores.mated().length);
        Chart chart = new Chart("FMR: other people accepted", "FNMR: the same person refused",
                LegendPosition.InsideNE);
        Function<Double, String> percent = DetCurve::percent;
        chart.xchart().getStyler().setXAxisLogarithmic(true).setYAxisLogarithmic(true)
                .setXAxisLogarithmicDecadeOnly(true).setYAxisLogarithmicDecadeOnly(true)
                .setXAxisMin(left).setXAxisMax(1.0).setYAxisMin(below).setYAxisMax(1.0)
                .setXAxisTickLabelsFormattingFunction(percent).setYAxisTickLabelsFormattingFunction(percent);
        double corner = Math.max(left, below);
        chart.unnamed("equal", new double[] {corner, 1}, new double[] {corner, 1}, Palette.LINE, dashes());
        PersonColours colours = PersonColours.of(List.copyOf(systems.keySet()));
        systems.forEach((name, scores) -> add(chart, name, scores, colours.of(name), left, below));
        return chart.page(title, caption);
    }

    private static BasicStroke dashes() {
        return new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, new float[] {5, 4}, 0);
    }

    /** The decade at or below the least error above 0 of all systems. */
    private double edge(ToDoubleFunction<VerificationScores> least) {
        double value = systems.values().stream().mapToDouble(least).min().orElseThrow();
        return Math.pow(10, Math.floor(Math.log10(Math.max(LEAST, Math.min(value, 0.1))) + 1e-9));
    }

    private static void add(
            Chart chart, String name, VerificationScores scores, Color colour, double left, double below) {
        EqualErrorRate equal = scores.equalErrorRate();
        List<double[]> steps = steps(scores.curve());
        chart.line("%s, EER %s %%".formatted(name, NumberFormats.fixed(100 * equal.value(), 2)),
                steps.stream().mapToDouble(step -> Math.max(left, step[0])).toArray(),
                steps.stream().mapToDouble(step -> Math.max(below, step[1])).toArray(),
                colour, new BasicStroke(2));
        double shown = Math.max(equal.value(), Math.max(left, below));
        chart.dot("EER of " + name, shown, shown, colour);
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
