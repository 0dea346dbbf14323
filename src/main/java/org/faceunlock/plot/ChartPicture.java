package org.faceunlock.plot;

import java.awt.image.BufferedImage;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.internal.chartpart.Chart;

/** Charts that a user made with XChart, as pictures. */
public final class ChartPicture {
    /** The type of every such chart. */
    public static final Class<?> TYPE = Chart.class;

    private ChartPicture() {
    }

    /** The chart drawn at its own size. */
    public static BufferedImage of(Object chart) {
        if (chart instanceof Chart<?, ?> known) {
            return BitmapEncoder.getBufferedImage(known);
        }
        throw new IllegalArgumentException("chart: expected one of XChart's, found " + chart.getClass().getName());
    }
}
