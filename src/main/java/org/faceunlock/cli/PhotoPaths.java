package org.faceunlock.cli;

import java.nio.file.Path;
import java.util.List;
import org.faceunlock.image.ImageFolder;
import org.faceunlock.image.PhotoReader;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The photos that a command works on. */
final class PhotoPaths {

    @Parameters(arity = "1..*", paramLabel = "PATH",
            description = "Photos, or folders of photos; a folder's sub-folders are people.")
    private List<Path> paths;

    @Mixin
    private ReaderOptions reading;

    /** The photos, in order; none is read yet. */
    ImageFolder photos() {
        return ImageFolder.ofPaths(paths).readBy(reader());
    }

    PhotoReader reader() {
        return reading.reader();
    }
}
