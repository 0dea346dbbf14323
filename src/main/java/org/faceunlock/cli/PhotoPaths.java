package org.faceunlock.cli;

import java.nio.file.Path;
import java.util.List;
import org.faceunlock.image.ImageFolder;
import org.faceunlock.image.PhotoReader;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The photos that a command works on. */
final class PhotoPaths {

    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Parameters(arity = "1..*", paramLabel = "PATH",
            description = "Photos, or folders of photos; a folder's sub-folders are people.")
    private List<Path> paths;

    @Mixin
    private ReaderOptions reading;

    /** The photos, in order; none is read yet. Tells which pictures were left out. */
    ImageFolder photos() {
        return RejectedPhotos.print(ImageFolder.ofPaths(paths), command.commandLine().getErr()).readBy(reader());
    }

    PhotoReader reader() {
        return reading.reader();
    }
}
