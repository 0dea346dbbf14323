package org.faceunlock.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import org.faceunlock.detect.MtcnnTrace.ScoredBox;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.Detection;

/**
 * A pale grey photo with boxes on it, the more probable the darker, the most probable on top. Immutable, but drawn by
 * one thread at a time.
 */
final class CandidatePanel {

    /** Photos stay recognisable and leave the colours to the boxes. */
    private static final double WHITENED = 0.45;
    private static final double LINE = 1.1;
    private static final double DOT = 1.8;

    private final BufferedImage photo;
    private final Rectangle2D place;

    /** A panel whose photo fills this place of the figure. */
    CandidatePanel(BufferedImage photo, Rectangle2D place) {
        this.photo = photo;
        this.place = (Rectangle2D) place.clone();
    }

    /** The photo in pale grey, at most so many pixels wide. */
    static BufferedImage pale(BufferedImage photo, int pixels) {
        int width = Math.min(pixels, photo.getWidth());
        int height = Math.max(1, Math.round(photo.getHeight() * (float) width / photo.getWidth()));
        BufferedImage pale = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = pale.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(photo, 0, 0, width, height, null);
        g.setColor(new Color(1f, 1f, 1f, (float) WHITENED));
        g.fillRect(0, 0, width, height);
        g.dispose();
        return pale;
    }

    /** Draws the photo and boxes in pixels of a photo that is {@code width} pixels wide. */
    void draw(Graphics2D graphics, int width, List<ScoredBox> boxes) {
        Graphics2D g = onPhoto(graphics);
        double scale = place.getWidth() / width;
        g.setStroke(new BasicStroke((float) LINE, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER));
        boxes.stream().sorted(Comparator.comparingDouble(ScoredBox::probability)).forEach(box -> {
            g.setColor(colour(box.probability()));
            g.draw(scaled(box.box(), scale));
        });
        g.dispose();
    }

    /** Draws the photo and faces with their landmarks, likewise. */
    void drawFaces(Graphics2D graphics, int width, List<Detection> faces) {
        draw(graphics, width, faces.stream().map(face -> new ScoredBox(face.box(), face.probability())).toList());
        Graphics2D g = (Graphics2D) graphics.create();
        g.clip(place);
        g.translate(place.getX(), place.getY());
        double scale = place.getWidth() / width;
        faces.forEach(face -> {
            g.setColor(colour(face.probability()));
            face.landmarks().points().forEach(point -> g.fill(new Ellipse2D.Double(
                    point.x() * scale - DOT, point.y() * scale - DOT, 2 * DOT, 2 * DOT)));
        });
        g.dispose();
    }

    private Graphics2D onPhoto(Graphics2D graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.clip(place);
        g.translate(place.getX(), place.getY());
        Graphics2D scaled = (Graphics2D) g.create();
        scaled.scale(place.getWidth() / photo.getWidth(), place.getHeight() / photo.getHeight());
        scaled.drawImage(photo, 0, 0, null);
        scaled.dispose();
        return g;
    }

    private static Path2D scaled(Box box, double scale) {
        return new Path2D.Double(new Rectangle2D.Double(
                box.x1() * scale, box.y1() * scale, box.width() * scale, box.height() * scale));
    }

    /** Half the scale: what is less probable than 0 to 0.5 passes no sensible threshold. */
    static Color colour(double probability) {
        return ColourScale.SEQUENTIAL.at(0.3 + 0.7 * probability * probability);
    }
}
