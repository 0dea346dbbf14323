package org.faceunlock.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.faceunlock.detect.Mtcnn;
import org.faceunlock.embed.FaceEmbedder;
import org.faceunlock.image.FaceSet;
import org.faceunlock.image.ImageFolder;
import org.faceunlock.plot.FigureFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Draws the article's figures for a folder of people. */
@Command(name = "figures",
        mixinStandardHelpOptions = true,
        description = {
            "Finds, embeds and compares the faces of a folder with one sub-folder a person, and draws what comes out.",
            "",
            "Written are faces.png (the crops), heatmap.png (cosine similarity of each face with each), pca.png (a map"
                    + " of the faces by their first two principal components), and the numbers behind them:"
                    + " similarity.csv, pca.csv and report.csv (what became of each file). Of more than 300 faces,"
                    + " pictures and similarity.csv show 300, taken evenly from their order.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./face-unlock figures",
            "  ./face-unlock figures --faces photos/faces --out out/article",
            "  ./face-unlock figures --checkpoint mine.pt"
        })
final class FiguresCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--faces", paramLabel = "DIR", defaultValue = "faces",
            description = "The folder with the people (default: ${DEFAULT-VALUE}).")
    private Path faces;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "out",
            description = "The folder to write to (default: ${DEFAULT-VALUE}).")
    private Path out;

    @Mixin
    private ReaderOptions reading;

    @Mixin
    private DetectorOptions detector;

    @Mixin
    private PolicyOption policy;

    @Mixin
    private EmbedderOptions embedder;

    @Override
    public Integer call() throws IOException {
        WriteCheck.folder(out);
        ImageFolder photos = RejectedPhotos.print(ImageFolder.of(faces), spec.commandLine().getErr())
                .readBy(reading.reader());
        FigureFolder figures = new FigureFolder(out);
        try (Mtcnn mtcnn = detector.open(policy.policy(), photos); FaceEmbedder network = embedder.open(photos);
                PhotoProgress progress = new PhotoProgress()) {
            ModelsInUse.print(mtcnn, network, photos, spec.commandLine().getErr());
            FaceSet found = photos.detect(detector.finder(mtcnn, network.recipe()), progress);
            progress.finished();
            figures.report(found);
            if (found.faces().isEmpty()) {
                spec.commandLine().getErr().println("face-unlock: there is a face in none of %s photos; %s says why"
                        .formatted(found.size(), out.resolve(FigureFolder.REPORT)));
                return ExitCode.SOFTWARE;
            }
            figures.draw(found.faces(), network.embed(found), mtcnn.name(), network);
        }
        PrintWriter printed = spec.commandLine().getOut();
        figures.written().forEach(printed::println);
        return ExitCode.OK;
    }
}
