package org.faceunlock.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** An XChart in the colours and letters of this package, on a {@link Page}. For one thread. */
final class Chart {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 440;
    private static final int DOT = 9;

    private final XYChart chart = new XYChart(WIDTH, HEIGHT);

    Chart(String xLabel, String yLabel, LegendPosition legend) {
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
        return Page.around(WIDTH, HEIGHT, title, caption).showing(g -> chart.paint(g, WIDTH, HEIGHT));
    }
}
