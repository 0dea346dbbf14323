package org.faceunlock.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Arrays;
import org.knowm.xchart.style.Styler.LegendPosition;

/**
 * Draws how the loss fell: each step's loss in pale, the mean of its surroundings over it. Immutable.
 */
public final class LossCurve extends TitledFigure<LossCurve> {

    private static final int MOST_POINTS = 2000;
    private static final Color EACH = new Color(0xb8cde0);
    private static final Color MEAN = new Color(0x1f5f99);

    private final double[] losses;

    private LossCurve(double[] losses, String title, String caption) {
        super("loss curve", title, caption);
        this.losses = losses;
    }

    /**
     * A curve of these losses.
     *
     * @param losses one a step, at least one, all finite
     */
    public static LossCurve of(double[] losses) {
        if (losses.length == 0 || !Arrays.stream(losses).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("losses: expected at least one, all finite, found " + losses.length);
        }
        return new LossCurve(losses.clone(), "Loss of each step", "");
    }

    @Override
    LossCurve with(String newTitle, String newCaption) {
        return new LossCurve(losses, newTitle, newCaption);
    }

    @Override
    Page page() {
        Chart chart = new Chart("step", "loss", LegendPosition.InsideNE);
        chart.xchart().getStyler().setYAxisMin(0.0);
        add(chart, "a step", 1, EACH, 1);
        int window = Math.max(1, losses.length / 40);
        if (window > 1) {
            add(chart, "mean of %s steps".formatted(window), window, MEAN, 2);
        }
        return chart.page(title, caption);
    }

    /** Means of so many losses around each point, drawn at no more points than the picture can show. */
    private void add(Chart chart, String name, int window, Color colour, float width) {
        int points = Math.min(losses.length, MOST_POINTS);
        double[] x = new double[points];
        double[] y = new double[points];
        for (int i = 0; i < points; i++) {
            int step = (int) ((long) i * losses.length / points);
            int from = Math.max(0, step - window / 2);
            int to = Math.min(losses.length, from + window);
            x[i] = step + 1;
            y[i] = Arrays.stream(losses, from, to).average().orElseThrow();
        }
        chart.line(name, x, y, colour, new BasicStroke(width));
    }
}
