package org.faceunlock.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.faceunlock.compare.SimilarityMatrix;

/** Paints the cells of a heatmap: their colours, and their numbers while these stay large enough to read. Immutable. */
final class HeatmapCells {

    private static final int DECIMALS = 2;
    private static final double SMALLEST = 6.5;
    private static final double LARGEST = 15;
    private static final String WIDEST = NumberFormats.fixed(-0.88, DECIMALS);

    private final SimilarityMatrix similarities;
    private final HeatmapLayout layout;
    private final ColourScale scale;
    private final ValueRange range;

    HeatmapCells(SimilarityMatrix similarities, HeatmapLayout layout, ColourScale scale, ValueRange range) {
        this.similarities = similarities;
        this.layout = layout;
        this.scale = scale;
        this.range = range;
    }

    /** The size of the numbers, in units; 0 when the cells are too small for any. */
    static double numberSize(double cell) {
        double size = Math.min(LARGEST, cell * 0.84 / TextStyle.plain(1).width(WIDEST));
        return size < SMALLEST ? 0 : size;
    }

    void draw(Graphics2D g) {
        double size = layout.cells().size();
        double line = size >= 40 ? 1 : size >= 12 ? 0.5 : 0;
        double number = numberSize(size);
        TextStyle lettering = TextStyle.plain(number == 0 ? 1 : number);
        for (int row = 0; row < similarities.size(); row++) {
            for (int column = 0; column < similarities.size(); column++) {
                Rectangle2D cell = layout.cell(row, column);
                Color ground = fill(g, inset(cell, line), similarities.get(row, column));
                if (number > 0) {
                    write(g, lettering, cell, similarities.get(row, column), ground);
                }
            }
        }
    }

    private Color fill(Graphics2D g, Rectangle2D cell, double value) {
        double fraction = range.fraction(value);
        if (Double.isNaN(fraction)) {
            MissingValue.fill(g, cell);
            return MissingValue.GROUND;
        }
        Color colour = scale.at(fraction);
        g.setColor(colour);
        g.fill(cell);
        return colour;
    }

    private void write(Graphics2D g, TextStyle lettering, Rectangle2D cell, double value, Color ground) {
        PlacedText text = PlacedText.centredAt(NumberFormats.fixed(value, DECIMALS), lettering, Palette.on(ground),
                cell.getCenterX(), cell.getCenterY());
        if (Double.isNaN(value)) {
            Rectangle2D plate = text.bounds();
            g.setColor(ground);
            g.fill(new Rectangle2D.Double(plate.getX() - 2, plate.getY(), plate.getWidth() + 4, plate.getHeight()));
        }
        text.draw(g);
    }

    private static Rectangle2D inset(Rectangle2D cell, double by) {
        return new Rectangle2D.Double(
                cell.getX() + by / 2, cell.getY() + by / 2, cell.getWidth() - by, cell.getHeight() - by);
    }
}
