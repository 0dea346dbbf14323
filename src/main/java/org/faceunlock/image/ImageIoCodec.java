package org.faceunlock.image;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

/**
 * The decoders used, each by its class, so that no plug-in that happens to be on the class path takes over.
 * Thread-safe: each decoding has its own reader. Bytes are read from memory; nothing is cached on disk.
 */
enum ImageIoCodec {
    JPEG("com.sun.imageio.plugins.jpeg.JPEGImageReaderSpi"),
    PNG("com.sun.imageio.plugins.png.PNGImageReaderSpi"),
    GIF("com.sun.imageio.plugins.gif.GIFImageReaderSpi"),
    BMP("com.sun.imageio.plugins.bmp.BMPImageReaderSpi"),
    TIFF(new TIFFImageReaderSpi()),
    WEBP(new WebPImageReaderSpi());

    // what libjpeg's warnings say when pixels were made up; others, such as stray bytes between segments, do no harm
    private static final List<String> DAMAGE = List.of("premature end", "bad huffman", "instead of rst");

    private final ImageReaderSpi provider;

    ImageIoCodec(ImageReaderSpi provider) {
        this.provider = provider;
    }

    ImageIoCodec(String jdkProvider) {
        this(ofTheJdk(jdkProvider));
    }

    private static ImageReaderSpi ofTheJdk(String className) {
        Iterator<ImageReaderSpi> providers =
                IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, false);
        while (providers.hasNext()) {
            ImageReaderSpi candidate = providers.next();
            if (candidate.getClass().getName().equals(className)) {
                return candidate;
            }
        }
        throw new IllegalStateException(("image decoder: expected the JDK's %s to be registered, found none; "
                + "use a JDK with the module java.desktop").formatted(className));
    }

    /** The first picture of a file. */
    BufferedImage picture(byte[] file) throws IOException {
        return decode(file, reader -> reader.read(0));
    }

    /** The first picture's stored values, free of any colour conversion. */
    Raster raster(byte[] file) throws IOException {
        return decode(file, reader -> reader.readRaster(0, null));
    }

    private <T> T decode(byte[] file, Decoding<T> decoding) throws IOException {
        ImageReader reader = provider.createReaderInstance();
        String[] damage = {""};
        try (ImageInputStream input = new MemoryStream(file)) {
            reader.addIIOReadWarningListener((source, warning) -> {
                if (DAMAGE.stream().anyMatch(warning.toLowerCase(Locale.ROOT)::contains)) {
                    damage[0] = warning;
                }
            });
            reader.setInput(input, true, true);
            T decoded = decoding.of(reader);
            if (!damage[0].isEmpty()) {
                throw new IOException(damage[0]);
            }
            return decoded;
        } finally {
            reader.dispose();
        }
    }

    @FunctionalInterface
    private interface Decoding<T> {
        T of(ImageReader reader) throws IOException;
    }
}
