package org.faceunlock.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.faceunlock.evaluate.GreyZone;
import org.faceunlock.evaluate.OperatingPoint;
import org.faceunlock.evaluate.Rate;
import org.faceunlock.evaluate.VerificationScores;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Both errors of a verification at every threshold, FMR falling and FNMR rising, and the grey zone if there is one. */
public final class ErrorCurves extends TitledFigure<ErrorCurves> {

    private static final int POINTS = 400;
    private static final Color ZONE = new Color(0x9a, 0xa1, 0xa8, 70);

    private final VerificationScores scores;
    private final Optional<GreyZone> zone;
    private final OptionalDouble threshold;

    private ErrorCurves(VerificationScores scores, Optional<GreyZone> zone, OptionalDouble threshold, String title,
            String caption) {
        super("errors at every threshold", title, caption);
        this.scores = scores;
        this.zone = zone;
        this.threshold = threshold;
    }

    /** The errors of those scores, mated and non-mated ones. */
    public static ErrorCurves of(VerificationScores scores) {
        scores.equalErrorRate(); // asks for both kinds
        if (scores.thresholds().length == 0) {
            throw new IllegalArgumentException("scores: expected at least one finite similarity, found none");
        }
        return new ErrorCurves(scores, Optional.empty(), OptionalDouble.empty(), "Errors at every threshold", "");
    }

    /** Shades the thresholds that other people might as well have led to. */
    public ErrorCurves withGreyZone(GreyZone value) {
        return new ErrorCurves(scores, Optional.of(value), threshold, title, caption);
    }

    /** A line at this threshold, and a dot where it meets either curve. */
    public ErrorCurves withThreshold(double value) {
        return new ErrorCurves(scores, zone, OptionalDouble.of(value), title, caption);
    }

    @Override
    ErrorCurves with(String newTitle, String newCaption) {
        return new ErrorCurves(scores, zone, threshold, newTitle, newCaption);
    }

    @Override
    Page page() {
        return layers(Chart.WIDTH, Chart.HEIGHT).page(title, caption, threshold);
    }

    /** The curves and the grey zone stay; the line and the dots move. */
    Layers layers(int width, int height) {
        double[] all = scores.thresholds();
        double low = Chart.below(all[0]);
        double high = Chart.above(Math.max(all[all.length - 1], all[0] + 1e-6));
        double[] x = IntStream.range(0, POINTS).mapToDouble(i -> low + (high - low) * i / (POINTS - 1)).toArray();
        Chart chart = new Chart(width, height, "threshold (cosine)", "share of the comparisons",
                LegendPosition.InsideN).between(low, high);
        chart.xchart().getStyler().setYAxisMin(0.0).setYAxisMax(1.0)
                .setXAxisTickLabelsFormattingFunction(value -> NumberFormats.fixed(value, 2))
                .setYAxisTickLabelsFormattingFunction(share -> NumberFormats.fixed(100 * share, 0) + " %");
        BasicStroke stroke = new BasicStroke(2);
        chart.line("FMR, others accepted", x, shares(x, scores::falseMatchRate), ScoreHistogram.NON_MATED,
                stroke);
        chart.line("FNMR, own refused", x, shares(x, scores::falseNonMatchRate), ScoreHistogram.MATED,
                stroke);
        return new Layers(width, height, g -> {
            chart.paint(g);
            zone.ifPresent(known -> shade(g, chart, known, low, high));
        }, (g, value) -> {
            chart.upright(g, value, 0, 1);
            if (value >= low && value <= high) {
                OperatingPoint at = scores.at(value);
                chart.mark(g, value, at.falseMatch().value(), ScoreHistogram.NON_MATED);
                chart.mark(g, value, at.falseNonMatch().value(), ScoreHistogram.MATED);
            }
        });
    }

    private static double[] shares(double[] thresholds, DoubleFunction<Rate> rate) {
        return Arrays.stream(thresholds).map(value -> rate.apply(value).value()).toArray();
    }

    private static void shade(Graphics2D g, Chart chart, GreyZone zone, double low, double high) {
        double from = chart.x(Math.max(low, Math.min(high, zone.lower())));
        double to = chart.x(Math.max(low, Math.min(high, zone.upper())));
        g.setColor(ZONE);
        g.fill(new Rectangle2D.Double(from, chart.y(1), Math.max(1.5, to - from), chart.y(0) - chart.y(1)));
        PlacedText name = PlacedText.upwardAt("UNSURE", TextStyle.plain(10), Palette.MUTED,
                (from + to) / 2, chart.y(0.5));
        name.draw(g);
    }
}
