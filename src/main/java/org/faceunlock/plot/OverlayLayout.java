package org.faceunlock.plot;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.Detection;

/**
 * Where the labels of a {@link DetectionOverlay} lie and how thick its lines are, in pixels of the drawn picture.
 * Immutable.
 *
 * <p>A label lies whole inside the picture, near its box, and covers no other label while there is room.
 */
final class OverlayLayout {

    private static final int DECIMALS = 3;
    private static final double LINE_SHARE = 1.0 / 280;
    private static final double LETTER_SHARE = 1.0 / 48;

    private final int width;
    private final int height;
    private final int factor;
    private final List<Detection> detections;
    private final TextStyle lettering;
    private final double line;
    private final List<Rectangle2D> labels = new ArrayList<>();

    /**
     * @param photoWidth in pixels of the photo
     * @param photoHeight in pixels of the photo
     * @param factor how many pixels of the drawn picture a pixel of the photo takes, at least 1
     */
    OverlayLayout(int photoWidth, int photoHeight, int factor, List<Detection> detections) {
        this.width = photoWidth * factor;
        this.height = photoHeight * factor;
        this.factor = factor;
        this.detections = List.copyOf(detections);
        double size = Math.sqrt((double) width * height);
        this.line = Math.max(1.25, size * LINE_SHARE);
        this.lettering = TextStyle.bold(Math.max(11, size * LETTER_SHARE));
        for (int index = 0; index < detections.size(); index++) {
            labels.add(place(index));
        }
    }

    /** Thickness of the coloured line; the dark edge on both its sides adds as much again. */
    double line() {
        return line;
    }

    TextStyle lettering() {
        return lettering;
    }

    /** The drawn box of a detection; it may reach out of the picture. */
    Rectangle2D box(int index) {
        Box box = detections.get(index).box();
        return new Rectangle2D.Double(
                box.x1() * factor, box.y1() * factor, box.width() * factor, box.height() * factor);
    }

    String labelText(int index) {
        return NumberFormats.fixed(detections.get(index).probability(), DECIMALS);
    }

    /** The ground of a detection's label. */
    Rectangle2D label(int index) {
        return labels.get(index);
    }

    private Rectangle2D place(int index) {
        Rectangle2D box = box(index);
        double labelWidth = lettering.width(labelText(index)) + lettering.height() * 0.6;
        double labelHeight = lettering.height() * 1.15;
        double left = box.getX() - line;
        double right = box.getMaxX() + line - labelWidth;
        double above = box.getY() - line - labelHeight;
        double below = box.getMaxY() + line;
        double[][] corners = {
            {left, above}, {left, below}, {right, above}, {right, below},
            {box.getX() + line, box.getY() + line}, {box.getX() + line, box.getMaxY() - line - labelHeight}
        };
        for (double[] corner : corners) {
            Rectangle2D label = new Rectangle2D.Double(corner[0], corner[1], labelWidth, labelHeight);
            if (isInside(label) && isFree(label)) {
                return label;
            }
        }
        return pushedInside(left, above, labelWidth, labelHeight);
    }

    /** The place nearest to the wish that lies inside, moved down past other labels while the picture lasts. */
    private Rectangle2D pushedInside(double x, double y, double labelWidth, double labelHeight) {
        double heldX = Math.max(0, Math.min(width - labelWidth, x));
        double heldY = Math.max(0, Math.min(height - labelHeight, y));
        for (int step = 0; step * labelHeight < height; step++) {
            double tryY = (heldY + step * labelHeight) % Math.max(1, height - labelHeight);
            Optional<Rectangle2D> free = Optional.<Rectangle2D>of(
                    new Rectangle2D.Double(heldX, tryY, labelWidth, labelHeight)).filter(this::isFree);
            if (free.isPresent()) {
                return free.get();
            }
        }
        return new Rectangle2D.Double(heldX, heldY, labelWidth, labelHeight);
    }

    private boolean isInside(Rectangle2D label) {
        return label.getX() >= 0 && label.getY() >= 0 && label.getMaxX() <= width && label.getMaxY() <= height;
    }

    private boolean isFree(Rectangle2D label) {
        return labels.stream().noneMatch(label::intersects);
    }
}
