package org.faceunlock.notebook.display;

import java.awt.image.BufferedImage;
import java.util.Base64;
import org.faceunlock.plot.FigureFile;

/**
 * A picture as the bytes of a PNG file, the ones that a figure written to disk has.
 *
 * <p>The Java kernels bring a renderer of their own, which loses up to two bytes at the end of the picture; this one
 * closes what it writes.
 */
public final class Png {
    private Png() {
    }

    /** The PNG file of a picture. */
    public static byte[] bytes(BufferedImage picture) {
        return FigureFile.toPng(picture, FigureFile.DPI);
    }

    /** A picture as a bundle: PNG, and its size in words. */
    public static MimeBundle bundle(BufferedImage picture) {
        return bundle(picture, "picture of " + picture.getWidth() + " x " + picture.getHeight() + " pixels");
    }

    /** A picture as a bundle, with words of the caller for places that show no pictures. */
    public static MimeBundle bundle(BufferedImage picture, String text) {
        return MimeBundle.text(text).with(MimeBundle.PNG, base64(bytes(picture)));
    }

    /** The bytes of a file as the text that bundles and data addresses carry. */
    public static String base64(byte[] file) {
        return Base64.getEncoder().encodeToString(file);
    }
}
