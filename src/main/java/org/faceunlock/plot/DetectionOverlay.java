package org.faceunlock.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import org.faceunlock.geometry.Detection;
import org.faceunlock.geometry.Point;
import org.faceunlock.image.RgbImage;

/**
 * A photo with what a detector found in it: boxes, the five landmarks, the probabilities.
 *
 * <p>The picture has the photo's size; a photo whose longer side is below 640 pixels is enlarged by a whole factor, so
 * that the labels can be read.
 */
public final class DetectionOverlay extends Figure {

    private static final int LEAST_SIDE = 640;
    private static final int LARGEST_FACTOR = 8;
    private static final Color EDGE = new Color(0, 0, 0, 170);

    private final RgbImage photo;
    private final List<Detection> detections;
    private final OverlayColour colour;

    private DetectionOverlay(RgbImage photo, List<Detection> detections, OverlayColour colour) {
        super("photo with detections");
        this.photo = photo;
        this.detections = List.copyOf(detections);
        this.colour = colour;
    }

    /** An overlay of any number of detections, in pixels of this photo. */
    public static DetectionOverlay of(RgbImage photo, List<Detection> detections) {
        return new DetectionOverlay(photo, detections, OverlayColour.FOUND);
    }

    /** {@link OverlayColour#FOUND} unless told. */
    public DetectionOverlay withColour(OverlayColour given) {
        return new DetectionOverlay(photo, detections, given);
    }

    /** How many pixels of the picture a pixel of the photo takes along each side, 1 to 8. */
    public int factor() {
        int longer = Math.max(photo.width(), photo.height());
        return Math.min(LARGEST_FACTOR, (LEAST_SIDE + longer - 1) / longer);
    }

    @Override
    Page page() {
        int width = photo.width() * factor();
        int height = photo.height() * factor();
        OverlayLayout layout = layout();
        return Page.ofPixels(width, height, g -> {
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            g.drawImage(photo.toBufferedImage(), 0, 0, width, height, null);
            for (int index = 0; index < detections.size(); index++) {
                drawBox(g, layout.box(index), layout.line());
                detections.get(index).landmarks().points().forEach(point -> drawLandmark(g, point, layout.line()));
            }
            for (int index = 0; index < detections.size(); index++) {
                drawLabel(g, layout, index);
            }
        });
    }

    OverlayLayout layout() {
        return new OverlayLayout(photo.width(), photo.height(), factor(), detections);
    }

    private void drawBox(Graphics2D g, Rectangle2D box, double line) {
        g.setStroke(new BasicStroke((float) (2 * line), BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER));
        g.setColor(EDGE);
        g.draw(box);
        g.setStroke(new BasicStroke((float) line, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER));
        g.setColor(colour.colour());
        g.draw(box);
    }

    private void drawLandmark(Graphics2D g, Point point, double line) {
        g.setColor(EDGE);
        g.fill(circle(point, line * 1.9));
        g.setColor(colour.colour());
        g.fill(circle(point, line * 1.35));
    }

    private Shape circle(Point point, double radius) {
        return new Ellipse2D.Double(
                point.x() * factor() - radius, point.y() * factor() - radius, 2 * radius, 2 * radius);
    }

    private void drawLabel(Graphics2D g, OverlayLayout layout, int index) {
        Rectangle2D ground = layout.label(index);
        g.setColor(colour.colour());
        double arc = ground.getHeight() * 0.25;
        g.fill(new RoundRectangle2D.Double(
                ground.getX(), ground.getY(), ground.getWidth(), ground.getHeight(), arc, arc));
        PlacedText.centredAt(layout.labelText(index), layout.lettering(), Palette.on(colour.colour()),
                ground.getCenterX(), ground.getCenterY()).draw(g);
    }
}
