package org.faceunlock.plot;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** The frame of a {@link PcaMap}: light grid, ticks with their numbers, one label an axis. Immutable. */
final class MapAxes {

    private static final double TICK = 4;

    private final MapScale scale;
    private final Ticks ticksX;
    private final Ticks ticksY;
    private final List<PlacedText> texts = new ArrayList<>();

    MapAxes(MapScale scale, String labelX, String labelY) {
        this.scale = scale;
        this.ticksX = scale.ticksX();
        this.ticksY = scale.ticksY();
        TextStyle numbers = TextStyle.plain(11);
        TextStyle labels = TextStyle.plain(13);
        Rectangle2D plot = scale.plot();
        double below = plot.getMaxY() + TICK + 3 + numbers.height() / 2;
        for (int tick = 0; tick < ticksX.values().size(); tick++) {
            texts.add(PlacedText.centredAt(ticksX.label(tick), numbers, Palette.TEXT,
                    scale.placeX(ticksX.values().get(tick)), below));
        }
        double leftmost = plot.getX();
        for (int tick = 0; tick < ticksY.values().size(); tick++) {
            PlacedText number = PlacedText.rightAt(ticksY.label(tick), numbers, Palette.TEXT,
                    plot.getX() - TICK - 4, scale.placeY(ticksY.values().get(tick)));
            texts.add(number);
            leftmost = Math.min(leftmost, number.bounds().getX());
        }
        texts.add(PlacedText.centredAt(labels.fit(labelX, plot.getWidth()), labels, Palette.TEXT,
                plot.getCenterX(), below + numbers.height() / 2 + 6 + labels.height() / 2));
        texts.add(PlacedText.upwardAt(labels.fit(labelY, plot.getHeight()), labels, Palette.TEXT,
                leftmost - 10 - labels.height() / 2, plot.getCenterY()));
    }

    List<PlacedText> texts() {
        return List.copyOf(texts);
    }

    void draw(Graphics2D g) {
        Rectangle2D plot = scale.plot();
        g.setStroke(new BasicStroke(0.75f));
        for (double value : ticksX.values()) {
            double x = scale.placeX(value);
            line(g, x, plot.getY(), x, plot.getMaxY(), TICK, 0);
        }
        for (double value : ticksY.values()) {
            double y = scale.placeY(value);
            line(g, plot.getX(), y, plot.getMaxX(), y, 0, TICK);
        }
        g.setColor(Palette.LINE);
        g.draw(plot);
        texts.forEach(text -> text.draw(g));
    }

    private void line(Graphics2D g, double x1, double y1, double x2, double y2, double tickDown, double tickLeft) {
        g.setColor(Palette.GRID);
        g.draw(new Line2D.Double(x1, y1, x2, y2));
        g.setColor(Palette.LINE);
        double y = tickDown > 0 ? y2 : y1;
        g.draw(new Line2D.Double(x1 - tickLeft, y, x1, y + tickDown));
    }
}
