package org.faceunlock.cli;

import org.faceunlock.image.PhotoReader;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** What a command lets its user say about reading photos. */
final class ReaderOptions {

    @Option(names = "--max-megapixels", paramLabel = "N", defaultValue = "64", converter = Limit.class,
            description = "Refuse photos of more million pixels (default: ${DEFAULT-VALUE}).")
    private PhotoReader reader;

    /** A limit as a user types it. */
    static final class Limit implements ITypeConverter<PhotoReader> {
        @Override
        public PhotoReader convert(String value) {
            return PhotoReader.upTo(Integer.parseInt(value));
        }
    }

    PhotoReader reader() {
        return reader;
    }
}
