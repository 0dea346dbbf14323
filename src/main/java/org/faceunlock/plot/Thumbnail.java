package org.faceunlock.plot;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.faceunlock.image.RgbImage;

/**
 * A picture cut to its middle square, to be drawn small without flicker: it is halved until bilinear drawing reads
 * every pixel. Immutable after its making, but drawn by one thread at a time.
 */
final class Thumbnail {

    private final BufferedImage square;

    private Thumbnail(BufferedImage square) {
        this.square = square;
    }

    /**
     * @param pixels how many device pixels wide it will be drawn; enlarging is left to the drawing
     */
    static Thumbnail of(RgbImage image, int pixels) {
        int side = Math.min(image.width(), image.height());
        BufferedImage picture = image.toBufferedImage()
                .getSubimage((image.width() - side) / 2, (image.height() - side) / 2, side, side);
        while (side / 2 >= pixels && side >= 2) {
            side /= 2;
            picture = resized(picture, side);
        }
        return new Thumbnail(side > pixels && pixels > 0 ? resized(picture, pixels) : picture);
    }

    BufferedImage picture() {
        return square;
    }

    /** Fills a square of the figure. */
    void draw(Graphics2D graphics, Rectangle2D place) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.translate(place.getX(), place.getY());
        g.scale(place.getWidth() / square.getWidth(), place.getHeight() / square.getHeight());
        g.drawImage(square, 0, 0, null);
        g.dispose();
    }

    private static BufferedImage resized(BufferedImage picture, int side) {
        BufferedImage small = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = small.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(picture, 0, 0, side, side, null);
        g.dispose();
        return small;
    }
}
