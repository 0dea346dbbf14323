package org.faceunlock.network;

import java.util.List;
import org.faceunlock.image.RgbImage;

/**
 * Fixed image standardisation, (v - 127.5) / 128: what every network of this library expects of 8-bit pixels.
 *
 * <p>Source: {@code fixed_image_standardization} of facenet-pytorch 787da06, models/mtcnn.py.
 */
public final class Standardisation {

    private static final float[] STANDARDISED = new float[256];

    static {
        for (int value = 0; value < STANDARDISED.length; value++) {
            STANDARDISED[value] = (value - 127.5f) / 128f; // exact: a division by a power of two
        }
    }

    private Standardisation() {
    }

    /**
     * Images of one size as network input.
     *
     * @return {@code [N, 3, h, w]}, channels red, green, blue, values -0.99609375 to 0.99609375
     */
    public static FloatTensor toTensor(List<RgbImage> images) {
        if (images.isEmpty()) {
            throw new IllegalArgumentException("images: expected at least one, found none");
        }
        int width = images.get(0).width();
        int height = images.get(0).height();
        float[] values = new float[Math.multiplyExact(images.size(), RgbImage.CHANNELS * width * height)];
        for (int n = 0; n < images.size(); n++) {
            RgbImage image = images.get(n);
            if (image.width() != width || image.height() != height) {
                throw new IllegalArgumentException("images: expected all of %sx%s pixels as the first, found %sx%s at %s"
                        .formatted(width, height, image.width(), image.height(), n));
            }
            put(image, values, n * RgbImage.CHANNELS * width * height);
        }
        return FloatTensor.wrap(values, images.size(), RgbImage.CHANNELS, height, width);
    }

    private static void put(RgbImage image, float[] values, int start) {
        int width = image.width();
        int plane = width * image.height();
        for (int y = 0; y < image.height(); y++) {
            byte[] row = image.row(y);
            for (int x = 0, next = 0; x < width; x++) {
                int pixel = start + y * width + x;
                values[pixel] = STANDARDISED[row[next++] & 0xff];
                values[pixel + plane] = STANDARDISED[row[next++] & 0xff];
                values[pixel + 2 * plane] = STANDARDISED[row[next++] & 0xff];
            }
        }
    }
}
