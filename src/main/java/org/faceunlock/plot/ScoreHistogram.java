package org.faceunlock.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.faceunlock.evaluate.OperatingPoint;
import org.faceunlock.evaluate.Rate;
import org.faceunlock.evaluate.VerificationScores;
import org.knowm.xchart.style.Styler.LegendPosition;

/**
 * How the similarities of mated and of non-mated comparisons are spread, each as shares of their own number, since
 * there are far more of the latter.
 *
 * <p>Comparisons without a similarity are left out, and the caption says so.
 */
public final class ScoreHistogram extends TitledFigure<ScoreHistogram> {

    private static final int BINS = 60;
    private static final double ROOM = 1.3;
    private static final Color PLATE = new Color(255, 255, 255, 210);
    static final Color MATED = new Color(0x0072b2);     // blue and vermilion of M. Okabe and K. Ito
    static final Color NON_MATED = new Color(0xd55e00);

    private final VerificationScores scores;
    private final OptionalDouble threshold;

    private ScoreHistogram(VerificationScores scores, OptionalDouble threshold, String title, String caption) {
        super("histogram of similarities", title, caption);
        this.scores = scores;
        this.threshold = threshold;
    }

    /** A histogram of those scores, at least one of which is finite. */
    public static ScoreHistogram of(VerificationScores scores) {
        if (finite(scores.mated()).length + finite(scores.nonMated()).length == 0) {
            throw new IllegalArgumentException("scores: expected at least one finite similarity, found none");
        }
        return new ScoreHistogram(scores, OptionalDouble.empty(), "Similarities", "");
    }

    /** A line at this threshold; what it decides wrongly is filled. */
    public ScoreHistogram withThreshold(double value) {
        return new ScoreHistogram(scores, OptionalDouble.of(value), title, caption);
    }

    @Override
    ScoreHistogram with(String newTitle, String newCaption) {
        return new ScoreHistogram(scores, threshold, newTitle, newCaption);
    }

    @Override
    Page page() {
        return layers(Chart.WIDTH, Chart.HEIGHT).page(title,
                captionAnd(missing(finite(scores.mated()).length + finite(scores.nonMated()).length)), threshold);
    }

    /** The outlines stay; the threshold and what it decides wrongly, in full colour, move. */
    Layers layers(int width, int height) {
        double[] mated = finite(scores.mated());
        double[] nonMated = finite(scores.nonMated());
        double low = Math.min(least(mated), least(nonMated));
        double high = Math.max(-least(negative(mated)), -least(negative(nonMated)));
        double bin = Math.max(high - low, 1e-6) / BINS;
        double[] nonMatedShares = shares(nonMated, low, bin);
        double[] matedShares = shares(mated, low, bin);
        double top = DoubleStream.concat(DoubleStream.of(matedShares), DoubleStream.of(nonMatedShares)).max().orElse(0);
        Chart chart = new Chart(width, height, "similarity (cosine)", "share of the comparisons",
                LegendPosition.InsideNW).between(Chart.below(low), Chart.above(low + BINS * bin));
        chart.xchart().getStyler().setYAxisMin(0.0).setYAxisMax(ROOM * top)
                .setXAxisTickLabelsFormattingFunction(value -> NumberFormats.fixed(value, 2))
                .setYAxisTickLabelsFormattingFunction(share -> NumberFormats.fixed(100 * share, 0) + " %");
        double[][] others = outline(nonMatedShares, low, bin);
        double[][] own = outline(matedShares, low, bin);
        chart.area(String.format(Locale.ROOT, "different people: %,d", nonMated.length), others[0], others[1],
                NON_MATED);
        chart.area(String.format(Locale.ROOT, "the same person: %,d", mated.length), own[0], own[1], MATED);
        return new Layers(width, height, chart::paint, (g, value) -> {
            double x = chart.x(Math.max(low, Math.min(low + BINS * bin, value)));
            fill(g, chart, others, NON_MATED, x, width);
            fill(g, chart, own, MATED, 0, x);
            chart.upright(g, value, 0, ROOM * top);
            OperatingPoint at = scores.at(value);
            double y = chart.y(0.6 * top);
            label(g, "FMR " + percent(at.falseMatch()) + " \u2192", NON_MATED, x + 6, y, false);
            label(g, "\u2190 FNMR " + percent(at.falseNonMatch()), MATED, x - 6, y + 16, true);
        });
    }

    /** The area below an outline, between two places of the horizontal axis. */
    private static void fill(Graphics2D g, Chart chart, double[][] outline, Color colour, double from, double to) {
        Path2D area = new Path2D.Double();
        area.moveTo(chart.x(outline[0][0]), chart.y(0));
        for (int i = 0; i < outline[0].length; i++) {
            area.lineTo(chart.x(outline[0][i]), chart.y(outline[1][i]));
        }
        Graphics2D part = (Graphics2D) g.create();
        part.clip(new Rectangle2D.Double(from, 0, Math.max(0, to - from), chart.y(0)));
        part.setColor(colour);
        part.fill(area);
        part.dispose();
    }

    private static void label(Graphics2D g, String text, Color colour, double x, double y, boolean before) {
        TextStyle style = TextStyle.bold(11);
        PlacedText line = before ? PlacedText.rightAt(text, style, colour, x, y)
                : PlacedText.leftAt(text, style, colour, x, y);
        g.setColor(PLATE);
        g.fill(line.bounds());
        line.draw(g);
    }

    private static String percent(Rate rate) {
        return NumberFormats.fixed(100 * rate.value(), 2) + " %";
    }

    private String missing(int shown) {
        int missing = scores.mated().length + scores.nonMated().length - shown;
        return missing == 0 ? ""
                : String.format(Locale.ROOT, "%,d comparison(s) without a similarity left out.", missing);
    }

    /** The outline of the bins: places and heights. */
    private static double[][] outline(double[] shares, double low, double width) {
        double[] x = new double[2 * shares.length + 2];
        double[] y = new double[x.length];
        for (int bin = 0; bin < shares.length; bin++) {
            x[2 * bin + 1] = low + bin * width;
            x[2 * bin + 2] = low + (bin + 1) * width;
            y[2 * bin + 1] = shares[bin];
            y[2 * bin + 2] = shares[bin];
        }
        x[0] = low;
        x[x.length - 1] = low + shares.length * width;
        return new double[][] {x, y};
    }

    /** The share of the scores in each bin; the last bin has its upper end too. */
    static double[] shares(double[] scores, double low, double width) {
        double[] shares = new double[BINS];
        for (double score : scores) {
            int bin = (int) Math.floor((score - low) / width);
            shares[Math.max(0, Math.min(BINS - 1, bin))] += 1.0 / scores.length;
        }
        return shares;
    }

    private static double[] finite(double[] scores) {
        return Arrays.stream(scores).filter(Double::isFinite).toArray();
    }

    private static double[] negative(double[] scores) {
        return Arrays.stream(scores).map(score -> -score).toArray();
    }

    private static double least(double[] scores) {
        return Arrays.stream(scores).min().orElse(Double.POSITIVE_INFINITY);
    }
}
