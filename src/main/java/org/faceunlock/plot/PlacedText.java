package org.faceunlock.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/**
 * One line of text at its place in a figure, so that a layout can be tested and drawn from the same numbers.
 *
 * @param text the line, already short enough
 * @param lettering its size and weight
 * @param colour of the letters
 * @param x left edge of the text's rectangle
 * @param y upper edge of the text's rectangle
 * @param upward whether the text is turned a quarter to the left, to be read from below
 */
record PlacedText(String text, TextStyle lettering, Color colour, double x, double y, boolean upward) {

    /** Text that starts at {@code x}, its middle at {@code centreY}. */
    static PlacedText leftAt(String text, TextStyle lettering, Color colour, double x, double centreY) {
        return new PlacedText(text, lettering, colour, x, centreY - lettering.height() / 2, false);
    }

    /** Text that ends at {@code x}, its middle at {@code centreY}. */
    static PlacedText rightAt(String text, TextStyle lettering, Color colour, double x, double centreY) {
        return leftAt(text, lettering, colour, x - lettering.width(text), centreY);
    }

    static PlacedText centredAt(String text, TextStyle lettering, Color colour, double centreX, double centreY) {
        return leftAt(text, lettering, colour, centreX - lettering.width(text) / 2, centreY);
    }

    /** Text read from below, its end at {@code top}. */
    static PlacedText upwardBelow(String text, TextStyle lettering, Color colour, double centreX, double top) {
        return new PlacedText(text, lettering, colour, centreX - lettering.height() / 2, top, true);
    }

    /** Text read from below around a centre. */
    static PlacedText upwardAt(String text, TextStyle lettering, Color colour, double centreX, double centreY) {
        return upwardBelow(text, lettering, colour, centreX, centreY - lettering.width(text) / 2);
    }

    Rectangle2D bounds() {
        double along = lettering.width(text);
        double across = lettering.height();
        return upward ? new Rectangle2D.Double(x, y, across, along) : new Rectangle2D.Double(x, y, along, across);
    }

    PlacedText movedBy(double dx, double dy) {
        return new PlacedText(text, lettering, colour, x + dx, y + dy, upward);
    }

    void draw(Graphics2D graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setFont(lettering.font());
        g.setColor(colour);
        if (upward) {
            g.translate(x + lettering.ascent(), y + lettering.width(text));
            g.rotate(-Math.PI / 2);
        } else {
            g.translate(x, y + lettering.ascent());
        }
        g.drawString(text, 0, 0);
        g.dispose();
    }
}
