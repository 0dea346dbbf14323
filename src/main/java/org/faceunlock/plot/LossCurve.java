package org.faceunlock.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Draws how the loss fell: each step's loss in pale, the mean of its surroundings over it. Immutable.
 */
public final class LossCurve {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 420;
    private static final int SCALE = 2;
    private static final int MOST_POINTS = 2000;
    private static final Color EACH = new Color(0xb8cde0);
    private static final Color MEAN = new Color(0x1f5f99);

    private final double[] losses;
    private final String title;

    private LossCurve(double[] losses, String title) {
        this.losses = losses;
        this.title = title;
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
        return new LossCurve(losses.clone(), "Loss of each step");
    }

    public LossCurve withTitle(String other) {
        return new LossCurve(losses, other);
    }

    /** The picture, at {@link FigureFile#DPI}. */
    public BufferedImage draw() {
        XYChart chart = new XYChartBuilder().width(WIDTH).height(HEIGHT).title(title).xAxisTitle("step")
                .yAxisTitle("loss").build();
        chart.getStyler().setChartBackgroundColor(Palette.PAPER).setChartFontColor(Palette.TEXT)
                .setLegendPosition(LegendPosition.InsideNE);
        chart.getStyler().setYAxisMin(0.0);
        chart.getStyler().setPlotGridLinesColor(Palette.GRID).setPlotBorderVisible(false);
        add(chart, "a step", 1, EACH, 1);
        int window = Math.max(1, losses.length / 40);
        if (window > 1) {
            add(chart, "mean of %s steps".formatted(window), window, MEAN, 2);
        }
        BufferedImage picture = new BufferedImage(WIDTH * SCALE, HEIGHT * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        Page.smooth(g);
        g.scale(SCALE, SCALE);
        chart.paint(g, WIDTH, HEIGHT);
        g.dispose();
        return picture;
    }

    /** Means of so many losses around each point, drawn at no more points than the picture can show. */
    private void add(XYChart chart, String name, int window, Color colour, float width) {
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
        chart.addSeries(name, x, y).setMarker(SeriesMarkers.NONE).setLineColor(colour)
                .setLineStyle(new BasicStroke(width));
    }
}
