package org.faceunlock.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/**
 * Paints the faces of a {@link PcaMap} in three layers: lines to the true points, framed faces, the points themselves.
 */
final class MapMarkers {

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
            if (layout.isLed(index)) {
                drawLeader(g, index);
            }
        }
        for (int index = 0; index < layout.size(); index++) {
            if (faces.hasPictures()) {
                drawFace(g, index);
            } else {
                drawDot(g, layout.anchor(index), 5, colour(index));
            }
        }
        for (int index = 0; index < layout.size(); index++) {
            if (layout.isLed(index)) {
                drawDot(g, layout.anchor(index), 2, colour(index));
            }
        }
    }

    private Color colour(int index) {
        return faces.hasPeople() ? colours.of(faces.people().get(index)) : Palette.MUTED;
    }

    private void drawLeader(Graphics2D g, int index) {
        Rectangle2D marker = layout.marker(index);
        Point2D centre = new Point2D.Double(marker.getCenterX(), marker.getCenterY());
        g.setColor(colour(index));
        g.setStroke(new BasicStroke(1f));
        g.draw(new Line2D.Double(layout.anchor(index), centre));
    }

    private void drawFace(Graphics2D g, int index) {
        Rectangle2D marker = layout.marker(index);
        double frame = layout.frame();
        g.setColor(colour(index));
        g.fill(new Rectangle2D.Double(marker.getX() - frame, marker.getY() - frame,
                marker.getWidth() + 2 * frame, marker.getHeight() + 2 * frame));
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
