package org.faceunlock.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;

/**
 * The values of a decoded picture as they are stored, taken for sRGB whatever colour profile comes with them.
 *
 * <p>That is what the reference does, and it avoids AWT's reading of grey pictures as linear light, which brightens
 * them. Deeper values keep their upper 8 bits, transparency is laid on white, ink becomes light as in Pillow's CMYK
 * conversion.
 */
final class RawPixels {

    private final int width;
    private final byte[] values;
    private int next;

    private RawPixels(int width, int height) {
        this.width = width;
        values = new byte[Math.multiplyExact(Math.multiplyExact(width, height), RgbImage.CHANNELS)];
    }

    static RgbImage of(BufferedImage picture) {
        int height = picture.getHeight();
        RawPixels pixels = new RawPixels(picture.getWidth(), height);
        if (storesPlainNumbers(picture.getColorModel())) {
            pixels.addSamples(picture.getRaster(), picture.getColorModel());
        } else {
            pixels.addColours(picture);
        }
        return RgbImage.owning(pixels.width, height, pixels.values);
    }

    private static boolean storesPlainNumbers(ColorModel model) {
        int type = model.getTransferType();
        return model instanceof ComponentColorModel
                && !(model.hasAlpha() && model.isAlphaPremultiplied())
                && (type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_USHORT)
                && switch (model.getColorSpace().getType()) {
                    case ColorSpace.TYPE_GRAY, ColorSpace.TYPE_RGB, ColorSpace.TYPE_CMYK -> true;
                    default -> false;
                };
    }

    private void addColours(BufferedImage picture) {
        int[] row = new int[width];
        for (int y = 0; y < picture.getHeight(); y++) {
            picture.getRGB(0, y, width, 1, row, 0, width);
            for (int argb : row) {
                add(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff, argb >>> 24);
            }
        }
    }

    private void addSamples(Raster raster, ColorModel model) {
        int bands = raster.getNumBands();
        int colours = model.getNumColorComponents();
        int[] bits = model.getComponentSize();
        int[] row = new int[width * bands];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int at = 0; at < row.length; at += bands) {
                for (int band = 0; band < bands; band++) {
                    row[at + band] = toEightBits(row[at + band], bits[band]);
                }
                addPixel(row, at, colours, model.hasAlpha() ? row[at + colours] : 255);
            }
        }
    }

    private static int toEightBits(int value, int bits) {
        return bits >= 8 ? value >> bits - 8 : value * 255 / ((1 << bits) - 1);
    }

    private void addPixel(int[] row, int at, int colours, int alpha) {
        switch (colours) {
            case 1 -> add(row[at], row[at], row[at], alpha);
            case 3 -> add(row[at], row[at + 1], row[at + 2], alpha);
            case 4 -> {
                int black = row[at + 3];
                add(light(row[at], black), light(row[at + 1], black), light(row[at + 2], black), alpha);
            }
            default -> throw new IllegalStateException("colours of a pixel: expected 1, 3 or 4, found " + colours);
        }
    }

    private void add(int red, int green, int blue, int alpha) {
        values[next++] = onWhite(red, alpha);
        values[next++] = onWhite(green, alpha);
        values[next++] = onWhite(blue, alpha);
    }

    private static byte onWhite(int value, int alpha) {
        return (byte) ((value * alpha + 255 * (255 - alpha) + 127) / 255);
    }

    /** The light that one ink and black leave, all 0 to 255: {@code cmyk2rgb} of Pillow's src/libImaging/Convert.c. */
    static int light(int ink, int black) {
        int white = 255 - black;
        return white - (ink * white + 127) / 255;
    }
}
