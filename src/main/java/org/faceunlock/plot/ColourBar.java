package org.faceunlock.plot;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * The key to a colour scale: an upright bar with ticks, its label, and a swatch for "no value" where one is needed.
 * Immutable.
 */
final class ColourBar {

    private static final double WIDTH = 14;
    private static final double TICK = 4;
    private static final double SWATCH_GAP = 14;

    private final ColourScale scale;
    private final ValueRange range;
    private final Rectangle2D bar;
    private final boolean missing;
    private final Ticks ticks;
    private final List<PlacedText> texts = new ArrayList<>();

    /**
     * @param x left edge, in units
     * @param y upper edge, in units
     * @param height of the bar, in units
     * @param missing whether to explain the cells without a value
     */
    ColourBar(ColourScale scale, ValueRange range, double x, double y, double height, String label, boolean missing) {
        this.scale = scale;
        this.range = range;
        this.bar = new Rectangle2D.Double(x, y, WIDTH, height);
        this.missing = missing;
        this.ticks = Ticks.between(range.low(), range.high(), (int) Math.max(2, Math.min(10, height / 40)));
        double larger = Page.lettering(x);
        TextStyle numbers = TextStyle.plain(11 * larger);
        double textX = bar.getMaxX() + TICK + 4;
        double right = textX;
        for (int tick = 0; tick < ticks.values().size(); tick++) {
            PlacedText number = PlacedText.leftAt(ticks.label(tick), numbers, Palette.TEXT, textX, yOf(tick));
            texts.add(number);
            right = Math.max(right, number.bounds().getMaxX());
        }
        TextStyle labels = TextStyle.plain(12 * larger);
        texts.add(PlacedText.upwardAt(labels.fit(label, height), labels, Palette.TEXT,
                right + 8 + labels.height() / 2, bar.getCenterY()));
        if (missing) {
            texts.add(PlacedText.leftAt("no value", numbers, Palette.TEXT, textX, swatch().getCenterY()));
        }
    }

    private double yOf(int tick) {
        return bar.getMaxY() - range.fraction(ticks.values().get(tick)) * bar.getHeight();
    }

    private Rectangle2D swatch() {
        return new Rectangle2D.Double(bar.getX(), bar.getMaxY() + SWATCH_GAP, WIDTH, WIDTH);
    }

    List<PlacedText> texts() {
        return List.copyOf(texts);
    }

    Rectangle2D bar() {
        return bar;
    }

    /** The bar with all its texts. */
    Rectangle2D bounds() {
        Rectangle2D all = missing ? bar.createUnion(swatch()) : bar;
        for (PlacedText text : texts) {
            all = all.createUnion(text.bounds());
        }
        return all;
    }

    void draw(Graphics2D g) {
        double step = 1.0 / Page.SCALE;
        int steps = (int) Math.round(bar.getHeight() / step);
        for (int line = 0; line < steps; line++) {
            g.setColor(scale.at(1 - (line + 0.5) / steps));
            double y = bar.getY() + line * step;
            g.fill(new Rectangle2D.Double(bar.getX(), y, WIDTH, Math.min(4 * step, bar.getMaxY() - y))); // no seams
        }
        g.setStroke(new BasicStroke(0.5f));
        g.setColor(Palette.LINE);
        g.draw(bar);
        g.setStroke(new BasicStroke(1f));
        for (int tick = 0; tick < ticks.values().size(); tick++) {
            g.draw(new Line2D.Double(bar.getMaxX(), yOf(tick), bar.getMaxX() + TICK, yOf(tick)));
        }
        if (missing) {
            MissingValue.fill(g, swatch());
        }
        texts.forEach(text -> text.draw(g));
    }
}
