package org.faceunlock.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/**
 * Paints the faces of a {@link PcaMap} in layers: framed faces, lines from those that were moved to their true points,
 * names.
 */
final class MapMarkers {

    private static final Color PAPER = new Color(255, 255, 255, 215);

    private final MapLayout layout;
    private final Faces faces;
    private final PersonColours colours;

    MapMarkers(MapLayout layout, Faces faces, PersonColours colours) {
        this.layout = layout;
        this.faces = faces;
        this.colours = colours;
    }

    void draw(Graphics2D g) {
        for (int index = 0; index < layout.size(); index++) {
            if (faces.hasPictures()) {
                drawFace(g, index);
            } else {
                drawDot(g, layout.anchor(index), 5, colour(index));
            }
        }
        for (int index = 0; index < layout.size(); index++) {
            if (layout.isMoved(index)) {
                drawLeader(g, index);
                drawDot(g, layout.anchor(index), 2, colour(index));
            }
        }
        for (PlacedText name : layout.names()) {
            g.setColor(PAPER);
            g.fill(name.bounds());
            name.draw(g);
        }
    }

    private Color colour(int index) {
        return faces.hasPeople() ? colours.of(faces.people().get(index)) : Palette.MUTED;
    }

    private void drawLeader(Graphics2D g, int index) {
        Rectangle2D framed = layout.framed(index);
        Point2D anchor = layout.anchor(index);
        Line2D line = new Line2D.Double(anchor.getX(), anchor.getY(),
                Math.max(framed.getX(), Math.min(framed.getMaxX(), anchor.getX())),
                Math.max(framed.getY(), Math.min(framed.getMaxY(), anchor.getY())));
        g.setColor(Palette.PAPER);
        g.setStroke(new BasicStroke(2.6f));
        g.draw(line);
        g.setColor(colour(index));
        g.setStroke(new BasicStroke(1.2f));
        g.draw(line);
    }

    private void drawFace(Graphics2D g, int index) {
        Rectangle2D marker = layout.marker(index);
        g.setColor(colour(index));
        g.fill(layout.framed(index));
        int pixels = (int) Math.round(marker.getWidth() * Page.SCALE);
        Thumbnail.of(faces.pictures().get(index), pixels).draw(g, marker);
    }

    private static void drawDot(Graphics2D g, Point2D centre, double radius, Color colour) {
        g.setColor(Color.WHITE);
        g.fill(circle(centre, radius + 0.8));
        g.setColor(colour);
        g.fill(circle(centre, radius));
    }

    private static Ellipse2D circle(Point2D centre, double radius) {
        return new Ellipse2D.Double(centre.getX() - radius, centre.getY() - radius, 2 * radius, 2 * radius);
    }
}
