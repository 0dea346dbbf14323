package org.faceunlock.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.faceunlock.detect.FacePolicy;
import org.faceunlock.detect.Mtcnn;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.Detection;
import org.faceunlock.image.FaceSet;
import org.faceunlock.image.FaceStatus;
import org.faceunlock.image.ImageFolder;
import org.faceunlock.image.PhotoResult;
import org.faceunlock.plot.DetectionOverlay;
import org.faceunlock.plot.FigureFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says where the faces are. */
@Command(name = "detect",
        mixinStandardHelpOptions = true,
        description = {
            "Finds the faces in photos: box, probability and five landmarks of each, largest first.",
            "",
            "Boxes are x1 y1 x2 y2 in pixels of the upright photo, x to the right, y down. Exit code 1 when a photo"
                    + " could not be read.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./face-unlock detect me.jpg",
            "  ./face-unlock detect --json --min-face 40 photos/",
            "  ./face-unlock detect --overlay out/overlay photos/faces_test"
        })
final class DetectCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private PhotoPaths paths;

    @Mixin
    private DetectorOptions detector;

    @Option(names = "--json", description = "One JSON object a photo and line.")
    private boolean json;

    @Option(names = "--overlay", paramLabel = "DIR",
            description = "Also write each photo with its boxes and landmarks into this folder.")
    private Optional<Path> overlay = Optional.empty();

    @Override
    public Integer call() throws IOException {
        overlay.ifPresent(WriteCheck::folder);
        ImageFolder folder = paths.photos();
        try (Mtcnn mtcnn = detector.open(FacePolicy.LARGEST, folder); PhotoProgress progress = new PhotoProgress()) {
            ModelsInUse.print(mtcnn, folder, spec.commandLine().getErr());
            FaceSet photos = folder.detect(detector.finder(mtcnn, detector.crop()), progress);
            progress.finished();
            print(photos);
            if (overlay.isPresent()) {
                draw(photos, overlay.get());
            }
            return Unreadable.report(photos, spec.commandLine().getErr());
        }
    }

    private void print(FaceSet photos) {
        PrintWriter out = spec.commandLine().getOut();
        for (PhotoResult row : photos) {
            out.println(json ? JsonLine.detections(row) : words(row));
        }
    }

    private static String words(PhotoResult row) {
        if (row.outcome().status() == FaceStatus.UNREADABLE) {
            return row.file() + ": unreadable";
        }
        int count = row.outcome().detections().size();
        StringBuilder words = new StringBuilder("%s (%sx%s): %s".formatted(row.file(), row.width(), row.height(),
                count == 0 ? "no face" : count == 1 ? "1 face" : count + " faces"));
        for (Detection face : row.outcome().detections()) {
            Box box = face.box();
            words.append(String.format(Locale.ROOT, "%n  probability %.4f  box %.1f %.1f %.1f %.1f",
                    face.probability(), box.x1(), box.y1(), box.x2(), box.y2()));
        }
        return words.toString();
    }

    private void draw(FaceSet photos, Path folder) throws IOException {
        OutputNames names = new OutputNames(folder, photos);
        for (PhotoResult row : photos) {
            if (row.outcome().status() != FaceStatus.UNREADABLE) {
                Path file = names.next(row);
                FigureFile.writePng(
                        DetectionOverlay.of(paths.reader().read(row.file()), row.outcome().detections()).draw(), file);
                spec.commandLine().getErr().println(file);
            }
        }
    }
}
