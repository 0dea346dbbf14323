package org.faceunlock.demo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.faceunlock.checkpoint.CheckpointFile;
import org.faceunlock.checkpoint.DType;
import org.faceunlock.checkpoint.StateDict;
import org.faceunlock.cli.DetectorOptions;
import org.faceunlock.cli.RejectedPhotos;
import org.faceunlock.cli.WriteCheck;
import org.faceunlock.demo.training.CropSource;
import org.faceunlock.demo.training.EmbedderDataset;
import org.faceunlock.demo.training.EmbedderTrainer;
import org.faceunlock.demo.training.FolderFaces;
import org.faceunlock.demo.training.InitialParameters;
import org.faceunlock.demo.training.NewPeopleCheck;
import org.faceunlock.demo.training.TrainedEmbedder;
import org.faceunlock.detect.FacePolicy;
import org.faceunlock.detect.Mtcnn;
import org.faceunlock.embed.FaceEmbedder;
import org.faceunlock.evaluate.VerificationScores;
import org.faceunlock.image.ImageFolder;
import org.faceunlock.models.ShippedWeights;
import org.faceunlock.network.Network;
import org.faceunlock.network.ParameterSource;
import org.faceunlock.plot.LossCurve;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains an embedder on rendered people, or goes on with one on a user's photos. */
@Command(name = "embedder",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Trains a small InceptionResnetV1 on rendered people, or goes on training one on your photos.",
            "",
            "Without --faces it learns from rendered people, from nothing or from the weights of --checkpoint. With"
                    + " --faces it starts from those of --checkpoint, or the program's own, and learns to tell the"
                    + " people of the folder apart.",
            "",
            "Ctrl-C loses less than a minute: the same command with --resume goes on. Beside the weights appears a"
                    + " picture of the loss.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./face-unlock train embedder --out my.pt",
            "  ./face-unlock train embedder --people 300 --steps 600 --out quick.pt",
            "  ./face-unlock train embedder --faces photos/faces --out family.pt",
            "  ./face-unlock unlock --model family.pt --enrol photos/faces/me door.jpg"
        })
final class TrainEmbedderCommand implements Callable<Integer> {

    private static final int CHECKED_PEOPLE = 40;
    private static final int CHECKED_PHOTOS = 4;
    private static final double STRICT = 1e-3;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DetectorOptions detector;

    @Mixin
    private TrainingOptions options;

    @Option(names = "--people", paramLabel = "N", defaultValue = "7500",
            description = "Rendered people (default: ${DEFAULT-VALUE}).")
    private int people;

    @Option(names = "--photos", paramLabel = "N", defaultValue = "6",
            description = "Photos of each (default: ${DEFAULT-VALUE}).")
    private int photos;

    @Option(names = "--width", paramLabel = "W", defaultValue = "0.1875",
            description = "Share of the published network's channels (default: ${DEFAULT-VALUE}).")
    private double width;

    @Option(names = "--faces", paramLabel = "DIR",
            description = "Learn from the photos of this folder, a sub-folder a person.")
    private Optional<Path> faces;

    @Option(names = "--checkpoint", paramLabel = "FILE", description = "The weights to start from, as a file.")
    private Optional<Path> checkpoint;

    @Override
    public Integer call() throws IOException {
        options.checkSnapshot(spec.commandLine());
        WriteCheck.file(options.out());
        try (StageBar bar = new StageBar(spec.commandLine().getErr())) {
            if (faces.isPresent()) {
                tune(faces.get(), bar);
            } else {
                train(bar);
            }
        }
        return 0;
    }

    private void train(StageBar bar) throws IOException {
        CropSource crops = EmbedderDataset.render(options.work(), people, photos, options.seed(), bar);
        EmbedderTrainer course = checkpoint.map(CheckpointFile::read)
                .map(start -> further(crops, start, "rendered people"))
                .orElseGet(() -> new EmbedderTrainer(options.fromNothing(width), crops,
                        new InitialParameters(options.seed()), "rendered people"));
        print(CHECKED_PEOPLE + " new rendered people", take(course, bar),
                embedder -> NewPeopleCheck.measure(embedder, CHECKED_PEOPLE, CHECKED_PHOTOS, 1));
    }

    private void tune(Path folder, StageBar bar) throws IOException {
        StateDict start = checkpoint.map(CheckpointFile::read).orElseGet(() -> ShippedWeights.read("embedder.pt"));
        FolderFaces crops;
        try (Mtcnn mtcnn = detector.open(FacePolicy.LARGEST, FolderFaces::detection)) {
            crops = FolderFaces.of(RejectedPhotos.print(ImageFolder.of(folder), spec.commandLine().getErr())
                    .detect(mtcnn));
        }
        print("before, these photos", start, crops::scores);
        StateDict states = take(further(crops, start, folder.toString()), bar);
        print("after, these photos (learned from, so no proof)", states, crops::scores);
    }

    private EmbedderTrainer further(CropSource crops, StateDict start, String origin) {
        ParameterSource known = ParameterSource.of(start, new InitialParameters(options.seed()));
        return new EmbedderTrainer(options.goingOn(Network.inceptionResnetV1Width(start)), crops, known,
                "%s from %s".formatted(origin, start.source()));
    }

    /** Trains, and writes weights and picture. */
    private StateDict take(EmbedderTrainer course, StageBar bar) throws IOException {
        TrainedEmbedder trained = course.take(options.snapshot(), bar);
        bar.close();
        StateDict states = trained.states().to(options.full() ? DType.FLOAT32 : DType.FLOAT16);
        CheckpointFile.write(states, options.out());
        Path picture = options.out().resolveSibling(options.out().getFileName() + ".loss.png");
        LossCurve.of(trained.losses().toArray()).withTitle("Training of " + options.out().getFileName()).save(picture);
        Files.delete(options.snapshot());
        PrintWriter out = spec.commandLine().getOut();
        out.println(options.out());
        out.println(picture);
        return states;
    }

    private void print(String whom, StateDict states, Function<FaceEmbedder, VerificationScores> measure) {
        try (FaceEmbedder embedder = FaceEmbedder.of(states.source(), states)) {
            VerificationScores scores = measure.apply(embedder);
            spec.commandLine().getOut().println(String.format(Locale.ROOT,
                    "%s: similarity %.3f of one person, %.3f of two; EER %.2f %%, FNMR %.2f %% at FMR %.1f %%", whom,
                    mean(scores.mated()), mean(scores.nonMated()), 100 * scores.equalErrorRate().value(),
                    100 * scores.atFalseMatchRate(STRICT).falseNonMatch().value(), 100 * STRICT));
        }
    }

    private static double mean(double[] similarities) {
        return Arrays.stream(similarities).average().orElse(Double.NaN);
    }
}
