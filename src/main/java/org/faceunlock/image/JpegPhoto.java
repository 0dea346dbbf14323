package org.faceunlock.image;

import java.awt.image.Raster;
import java.io.IOException;

/**
 * A JPEG photo: its decoder gets the bare frame and scans, and the colours are made here.
 *
 * <p>So neither an embedded profile nor the decoder's guesses about colours have a say, and RGB, grey and CMYK photos
 * come out as the same values that Pillow gives.
 */
record JpegPhoto(JpegStructure structure) implements EncodedPhoto {

    static JpegPhoto of(byte[] file, PixelLimit limit) {
        return new JpegPhoto(JpegStructure.of(file, limit));
    }

    @Override
    public Orientation orientation() {
        return structure.orientation();
    }

    @Override
    public RgbImage decode() throws IOException {
        Raster raster = ImageIoCodec.JPEG.raster(structure.bareFile());
        JpegColours colours = structure.colours();
        if (raster.getNumBands() != colours.components()) {
            throw new IOException("%s components were decoded, not %s"
                    .formatted(raster.getNumBands(), colours.components()));
        }
        int width = raster.getWidth();
        int height = raster.getHeight();
        byte[] values = new byte[width * height * RgbImage.CHANNELS];
        byte[] row = new byte[width * colours.components()];
        for (int y = 0; y < height; y++) {
            raster.getDataElements(0, y, width, 1, row);
            colours.toRgb(row, values, y * width * RgbImage.CHANNELS);
        }
        return RgbImage.owning(width, height, values);
    }
}
