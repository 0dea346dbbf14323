package org.faceunlock.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** How a cell without a value looks: light grey with slanting lines, which no colour scale contains. */
final class MissingValue {

    static final Color GROUND = new Color(0xe4e4e4);
    private static final Color LINES = new Color(0xa9a9a9);
    private static final double PITCH = 5;

    private MissingValue() {
    }

    static void fill(Graphics2D graphics, Rectangle2D cell) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setColor(GROUND);
        g.fill(cell);
        g.clip(cell);
        g.setColor(LINES);
        g.setStroke(new BasicStroke(0.8f));
        double pitch = Math.min(PITCH, Math.max(2, cell.getWidth() / 3));
        for (double x = cell.getX() - cell.getHeight(); x < cell.getMaxX(); x += pitch) {
            g.draw(new Line2D.Double(x, cell.getMaxY(), x + cell.getHeight(), cell.getY()));
        }
        g.dispose();
    }
}
