package org.faceunlock.cli;

import java.nio.file.Path;
import java.util.List;
import org.faceunlock.image.ImageFolder;
import org.faceunlock.image.PhotoReader;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The photos that a command works on. */
final class PhotoPaths {

    @Parameters(arity = "1..*", paramLabel = "PATH",
            description = "Photos, or folders of photos; a folder's sub-folders are people.")
    private List<Path> paths;

    @Option(names = "--max-megapixels", paramLabel = "N", defaultValue = "64",
            description = "Refuse photos of more million pixels (default: ${DEFAULT-VALUE}).")
    private int maximumMegapixels;

    /** The photos, in order; none is read yet. */
    ImageFolder photos() {
        return ImageFolder.ofPaths(paths).readBy(reader());
    }

    PhotoReader reader() {
        return PhotoReader.upTo(maximumMegapixels);
    }
}
