package org.faceunlock.network;

import java.util.List;
import org.faceunlock.image.RgbImage;

/** What a network expects of 8-bit pixels: v less the channel's mean, divided by a number that all channels share. */
public enum Standardisation {

    /**
     * (v - 127.5) / 128. Source: {@code fixed_image_standardization} of facenet-pytorch 787da06, models/mtcnn.py.
     */
    FIXED(128, 127.5, 127.5, 127.5),

    /**
     * Less (122.782, 117.001, 104.298), divided by 256. Source: dlib, {@code input_rgb_image} (dlib/dnn/input.h);
     * face-api.js divides by 255.
     */
    DLIB(256, 122.782, 117.001, 104.298);

    private final float[][] standardised = new float[RgbImage.CHANNELS][256];

    Standardisation(double divisor, double... means) {
        for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
            for (int value = 0; value < 256; value++) {
                standardised[channel][value] = (float) ((value - means[channel]) / divisor);
            }
        }
    }

    /**
     * Images of one size as network input.
     *
     * @return {@code [N, 3, h, w]}, channels red, green, blue, values between -1 and 1
     */
    public FloatTensor toTensor(List<RgbImage> images) {
        if (images.isEmpty()) {
            throw new IllegalArgumentException("images: expected at least one, found none");
        }
        int width = images.get(0).width();
        int height = images.get(0).height();
        float[] values = new float[Math.multiplyExact(images.size(), RgbImage.CHANNELS * width * height)];
        for (int n = 0; n < images.size(); n++) {
            RgbImage image = images.get(n);
            if (image.width() != width || image.height() != height) {
                throw new IllegalArgumentException(
                        "images: expected all of %sx%s pixels as the first, found %sx%s at %s"
                                .formatted(width, height, image.width(), image.height(), n));
            }
            put(image, values, n * RgbImage.CHANNELS * width * height);
        }
        return FloatTensor.wrap(values, images.size(), RgbImage.CHANNELS, height, width);
    }

    private void put(RgbImage image, float[] values, int start) {
        int width = image.width();
        int plane = width * image.height();
        for (int y = 0; y < image.height(); y++) {
            byte[] row = image.row(y);
            for (int x = 0, next = 0; x < width; x++) {
                int pixel = start + y * width + x;
                values[pixel] = standardised[0][row[next++] & 0xff];
                values[pixel + plane] = standardised[1][row[next++] & 0xff];
                values[pixel + 2 * plane] = standardised[2][row[next++] & 0xff];
            }
        }
    }
}
