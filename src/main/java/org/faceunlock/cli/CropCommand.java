package org.faceunlock.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.faceunlock.detect.Mtcnn;
import org.faceunlock.embed.FaceEmbedder;
import org.faceunlock.geometry.Detection;
import org.faceunlock.image.CropRecipe;
import org.faceunlock.image.FaceSet;
import org.faceunlock.image.FaceStatus;
import org.faceunlock.image.ImageFolder;
import org.faceunlock.image.PhotoResult;
import org.faceunlock.image.RgbImage;
import org.faceunlock.models.EmbedderWeights;
import org.faceunlock.models.ModelCatalogue;
import org.faceunlock.models.ModelStore;
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
            "Cuts the face out of each photo and writes it as a PNG of 160 x 160 pixels (150 for dlib), one folder a"
            + " person.",
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

    @Option(names = "--for", paramLabel = "MODEL", defaultValue = ModelCatalogue.VGGFACE2,
            description = "The embedder that will take the crops, and has its own way to cut: vggface2, casia-webface"
                    + " and demo a box of 160 pixels (the default), dlib a turned square of 150.")
    private String embedder;

    @Option(names = "--all", description = "Cut out every face of a photo; the second becomes NAME_2.png and so on.")
    private boolean all;

    @Override
    public Integer call() throws IOException {
        WriteCheck.folder(out);
        ImageFolder folder = paths.photos();
        try (Mtcnn mtcnn = detector.open(policy.policy(), folder); PhotoProgress progress = new PhotoProgress()) {
            ModelsInUse.print(mtcnn, folder, spec.commandLine().getErr());
            CropRecipe recipe = recipe();
            FaceSet photos = folder.detect(detector.finder(mtcnn, recipe), progress);
            progress.finished();
            OutputNames names = new OutputNames(out, photos);
            int code = ExitCode.OK;
            for (PhotoResult row : photos) {
                code = Math.max(code, row.outcome().status() == FaceStatus.FACE
                        ? write(row, recipe, names) : print(row));
            }
            return code;
        }
    }

    /** The recipe of the embedder that the crops are for, with the margin of the options where it is a box. */
    private CropRecipe recipe() {
        CropRecipe wanted = FaceEmbedder.recipe(EmbedderWeights.card(embedder, ModelStore.ofUser()));
        return wanted.accepts(detector.crop()) ? detector.crop() : wanted;
    }

    private int print(PhotoResult row) {
        spec.commandLine().getErr().println(row.file() + ": " + row.outcome().reason());
        return ExitCode.SOFTWARE;
    }

    private int write(PhotoResult row, CropRecipe recipe, OutputNames names) throws IOException {
        if (!all) {
            write(row.outcome().crop().orElseThrow(), recipe, names.next(row));
            return ExitCode.OK;
        }
        RgbImage photo = paths.reader().read(row.file());
        for (Detection face : row.outcome().detections()) {
            Optional<RgbImage> crop = recipe.cut(photo, face);
            if (crop.isPresent()) {
                write(crop.get(), recipe, names.next(row));
            }
        }
        return ExitCode.OK;
    }

    private void write(RgbImage crop, CropRecipe recipe, Path file) throws IOException {
        FigureFile.writeCrop(crop, recipe, file);
        spec.commandLine().getOut().println(file);
    }
}
