package org.faceunlock.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** An XChart in the colours and letters of this package, on a {@link Page}. For one thread. */
final class Chart {

    static final int WIDTH = 640;
    static final int HEIGHT = 440;
    private static final int DOT = 9;

    private final XYChart chart;

    Chart(String xLabel, String yLabel, LegendPosition legend) {
        this(WIDTH, HEIGHT, xLabel, yLabel, legend);
    }

    /** A chart of another size, in units. */
    Chart(int width, int height, String xLabel, String yLabel, LegendPosition legend) {
        chart = new XYChart(width, height);
        chart.setXAxisTitle(xLabel);
        chart.setYAxisTitle(yLabel);
        chart.getStyler().setChartTitleVisible(false).setChartBackgroundColor(Palette.PAPER)
                .setPlotBackgroundColor(Palette.PAPER).setPlotBorderColor(Palette.LINE).setChartFontColor(Palette.TEXT)
                .setLegendPosition(legend).setLegendBorderColor(Palette.GRID).setLegendFont(TextStyle.plain(11).font())
                .setChartPadding(1).setMarkerSize(DOT).setLocale(Locale.ROOT);
        chart.getStyler().setPlotGridLinesColor(Palette.GRID).setPlotGridLinesStroke(new BasicStroke(0.75f))
                .setAxisTitleFont(TextStyle.plain(13).font()).setAxisTickLabelsFont(TextStyle.plain(11).font())
                .setAxisTickMarksColor(Palette.LINE).setAxisTicksLineVisible(false);
    }

    /** The chart itself, for what is said of its axes. */
    XYChart xchart() {
        return chart;
    }

    Chart line(String name, double[] x, double[] y, Color colour, BasicStroke stroke) {
        series(name, x, y, XYSeriesRenderStyle.Line, SeriesMarkers.NONE, colour).setLineStyle(stroke);
        return this;
    }

    /** A line that belongs to another one and is not named. */
    Chart unnamed(String id, double[] x, double[] y, Color colour, BasicStroke stroke) {
        line(id, x, y, colour, stroke);
        chart.getSeries(id).setShowInLegend(false);
        return this;
    }

    /** A single point, not named. */
    Chart dot(String id, double x, double y, Color colour) {
        series(id, new double[] {x}, new double[] {y}, XYSeriesRenderStyle.Scatter, SeriesMarkers.CIRCLE, colour)
                .setShowInLegend(false);
        return this;
    }

    /** A line and the area below it in a pale shade. */
    Chart area(String name, double[] x, double[] y, Color colour) {
        XYSeries series = series(name, x, y, XYSeriesRenderStyle.Area, SeriesMarkers.NONE, colour);
        series.setFillColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 70));
        series.setLineStyle(new BasicStroke(1.5f));
        return this;
    }

    private XYSeries series(
            String name, double[] x, double[] y, XYSeriesRenderStyle style, Marker marker, Color colour) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setXYSeriesRenderStyle(style);
        series.setMarker(marker).setMarkerColor(colour).setLineColor(colour);
        return series;
    }

    Page page(String title, String caption) {
        return Page.around(chart.getWidth(), chart.getHeight(), title, caption).showing(this::paint);
    }

    void paint(Graphics2D g) {
        chart.paint(g, chart.getWidth(), chart.getHeight());
    }

    /** Where a number of the horizontal axis lies, in units; known once the chart was painted. */
    double x(double value) {
        return chart.getScreenXFromChart(value);
    }

    /** Where a number of the vertical axis lies, in units; known once the chart was painted. */
    double y(double value) {
        return chart.getScreenYFromChart(value);
    }

    /** The tenth at or below a number, to begin an axis with. */
    static double below(double value) {
        return Math.floor(value * 10) / 10;
    }

    /** The tenth at or above a number, to end an axis with. */
    static double above(double value) {
        return -below(-value);
    }

    /** The ends of the horizontal axis. */
    Chart between(double low, double high) {
        chart.getStyler().setXAxisMin(low).setXAxisMax(high);
        return this;
    }

    /** An upright line over the painted chart, between two numbers of the vertical axis; none beyond the ends. */
    void upright(Graphics2D g, double value, double low, double high) {
        if (!(value >= chart.getStyler().getXAxisMin() && value <= chart.getStyler().getXAxisMax())) {
            return;
        }
        g.setColor(Palette.TEXT);
        g.setStroke(new BasicStroke(1.5f));
        g.draw(new Line2D.Double(x(value), y(low), x(value), y(high)));
    }

    /** A point over the painted chart. */
    void mark(Graphics2D g, double x, double y, Color colour) {
        g.setColor(Palette.PAPER);
        g.fill(new Ellipse2D.Double(x(x) - 6, y(y) - 6, 12, 12));
        g.setColor(colour);
        g.fill(new Ellipse2D.Double(x(x) - 4.5, y(y) - 4.5, 9, 9));
    }
}
