package org.faceunlock.cli;

import org.faceunlock.image.PhotoReader;
import picocli.CommandLine.Option;

/** What a command lets its user say about reading photos. */
final class ReaderOptions {

    @Option(names = "--max-megapixels", paramLabel = "N", defaultValue = "64",
            description = "Refuse photos of more million pixels (default: ${DEFAULT-VALUE}).")
    private int maximumMegapixels;

    PhotoReader reader() {
        return PhotoReader.upTo(maximumMegapixels);
    }
}
