package org.faceunlock.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.faceunlock.evaluate.OperatingPoint;
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
    private static final Color MATED = new Color(0x0072b2);     // blue and vermilion of M. Okabe and K. Ito
    private static final Color NON_MATED = new Color(0xd55e00);

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

    /** A line at this threshold, and the errors there in the legend. */
    public ScoreHistogram withThreshold(double value) {
        return new ScoreHistogram(scores, OptionalDouble.of(value), title, caption);
    }

    @Override
    ScoreHistogram with(String newTitle, String newCaption) {
        return new ScoreHistogram(scores, threshold, newTitle, newCaption);
    }

    @Override
    Page page() {
        double[] mated = finite(scores.mated());
        double[] nonMated = finite(scores.nonMated());
        double low = Math.min(least(mated), least(nonMated));
        double high = Math.max(-least(negative(mated)), -least(negative(nonMated)));
        double width = Math.max(high - low, 1e-6) / BINS;
        Chart chart = new Chart("similarity (cosine)", "share of the comparisons", LegendPosition.InsideNW);
        chart.xchart().getStyler().setYAxisMin(0.0)
                .setXAxisTickLabelsFormattingFunction(value -> NumberFormats.fixed(value, 2))
                .setYAxisTickLabelsFormattingFunction(share -> NumberFormats.fixed(100 * share, 0) + " %");
        double[] nonMatedShares = shares(nonMated, low, width);
        double[] matedShares = shares(mated, low, width);
        add(chart, String.format(Locale.ROOT, "different people: %,d", nonMated.length), nonMatedShares, low, width,
                NON_MATED);
        add(chart, String.format(Locale.ROOT, "the same person: %,d", mated.length), matedShares, low, width, MATED);
        double top = DoubleStream.concat(DoubleStream.of(matedShares), DoubleStream.of(nonMatedShares)).max().orElse(0);
        threshold.ifPresent(value -> chart.line(errors(scores.at(value)), new double[] {value, value},
                new double[] {0, top}, Palette.TEXT, new BasicStroke(1.5f)));
        return chart.page(title, captionAnd(missing(mated.length + nonMated.length)));
    }

    private static String errors(OperatingPoint at) {
        return "threshold %s: FMR %s %%, FNMR %s %%".formatted(NumberFormats.fixed(at.threshold(), 3),
                NumberFormats.fixed(100 * at.falseMatch().value(), 2), NumberFormats.fixed(100 * at.falseNonMatch()
                .value(), 2));
    }

    private String missing(int shown) {
        int missing = scores.mated().length + scores.nonMated().length - shown;
        return missing == 0 ? ""
                : String.format(Locale.ROOT, "%,d comparison(s) without a similarity left out.", missing);
    }

    /** The outline of the bins. */
    private static void add(Chart chart, String name, double[] shares, double low, double width, Color colour) {
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
        chart.area(name, x, y, colour);
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
