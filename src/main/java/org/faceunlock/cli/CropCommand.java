package org.faceunlock.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.faceunlock.detect.Mtcnn;
import org.faceunlock.geometry.Detection;
import org.faceunlock.image.Crop;
import org.faceunlock.image.ImageFolder;
import org.faceunlock.image.PhotoResult;
import org.faceunlock.image.FaceSet;
import org.faceunlock.image.FaceStatus;
import org.faceunlock.image.RgbImage;
import org.faceunlock.plot.FigureFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Cuts faces out. */
@Command(name = "crop",
        mixinStandardHelpOptions = true,
        description = {
            "Cuts the face out of each photo and writes it as a 160 x 160 PNG, one folder a person.",
            "",
            "The written folder can be given to 'embed --no-detect'. A photo without a face is named on standard error;"
                    + " exit code 1 when there was one.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./face-unlock crop --out out/crops photos/faces",
            "  ./face-unlock crop --all --out out/crops party.jpg"
        })
final class CropCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private PhotoPaths paths;

    @Mixin
    private DetectorOptions detector;

    @Mixin
    private PolicyOption policy;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder to write to.")
    private Path out;

    @Option(names = "--all", description = "Cut out every face of a photo; the second becomes NAME_2.png and so on.")
    private boolean all;

    @Override
    public Integer call() throws IOException {
        WriteCheck.folder(out);
        ImageFolder folder = paths.photos();
        try (Mtcnn mtcnn = detector.open(policy.policy(), folder); PhotoProgress progress = new PhotoProgress()) {
            ModelsInUse.print(mtcnn, folder, spec.commandLine().getErr());
            FaceSet photos = folder.detect(mtcnn, progress);
            progress.finished();
            OutputNames names = new OutputNames(out, photos);
            int code = ExitCode.OK;
            for (PhotoResult row : photos) {
                code = Math.max(code, row.outcome().status() == FaceStatus.FACE ? write(row, names) : tell(row));
            }
            return code;
        }
    }

    private int tell(PhotoResult row) {
        spec.commandLine().getErr().println(row.file() + ": " + row.outcome().reason());
        return ExitCode.SOFTWARE;
    }

    private int write(PhotoResult row, OutputNames names) throws IOException {
        if (!all) {
            write(row.outcome().crop().orElseThrow(), names.next(row));
            return ExitCode.OK;
        }
        RgbImage photo = paths.reader().read(row.file());
        Crop crop = detector.crop();
        for (Detection face : row.outcome().detections()) {
            write(crop.cut(photo, face.box()), names, row);
        }
        return ExitCode.OK;
    }

    private void write(Optional<RgbImage> crop, OutputNames names, PhotoResult row) throws IOException {
        if (crop.isPresent()) {
            write(crop.get(), names.next(row));
        }
    }

    private void write(RgbImage crop, Path file) throws IOException {
        FigureFile.writeCrop(crop, file);
        spec.commandLine().getOut().println(file);
    }
}
