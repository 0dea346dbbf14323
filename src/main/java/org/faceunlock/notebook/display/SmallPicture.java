package org.faceunlock.notebook.display;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import org.faceunlock.plot.FigureFile;

/** Photos as they stand beside text: at most so large, and as JPEG, a tenth of the size of a PNG. */
final class SmallPicture {
    private SmallPicture() {
    }

    /** An img element with the picture inside, no side longer than {@code side} pixels. */
    static String element(BufferedImage picture, int side, String alt) {
        String file = Png.base64(FigureFile.toJpeg(fit(picture, side)));
        return "<img alt=\"" + Html.escape(alt) + "\" src=\"data:image/jpeg;base64," + file + "\"/>";
    }

    /** A picture as a bundle: JPEG, no side longer than {@code side} pixels, and words for places without pictures. */
    static MimeBundle bundle(BufferedImage picture, int side, String text) {
        return MimeBundle.text(text).with(MimeBundle.JPEG, Png.base64(FigureFile.toJpeg(fit(picture, side))));
    }

    static BufferedImage fit(BufferedImage picture, int side) {
        double scale = Math.min(1, (double) side / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
        pen.dispose();
        return small;
    }
}
