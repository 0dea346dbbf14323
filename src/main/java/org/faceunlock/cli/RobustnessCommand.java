package org.faceunlock.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import me.tongfei.progressbar.ProgressBar;
import org.faceunlock.evaluate.Perturbation;
import org.faceunlock.evaluate.Robustness;
import org.faceunlock.image.ImageFolder;
import org.faceunlock.image.Photo;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what flips, turns, blur and the like do to similarities and decisions. */
@Command(name = "robustness",
        mixinStandardHelpOptions = true,
        description = {
            "Flips, turns, scales, darkens, blurs and covers the photos of a folder, and says what that does to the"
                    + " embeddings.",
            "",
            "For each perturbation: how similar the face still is to itself, how often it is no longer found, and how"
                    + " many photos that matched the mean of their person's other photos still do. Then, for each"
                    + " person, what disturbs most.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./face-unlock robustness --faces photos/faces",
            "  ./face-unlock robustness --faces faces --threshold 0.7"
        })
final class RobustnessCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--faces", paramLabel = "DIR", required = true,
            description = "Photos of people, a sub-folder each with several photos.")
    private Path faces;

    @Mixin
    private CosineOption threshold;

    @Mixin
    private PipelineOptions pipeline;

    @Override
    public Integer call() {
        List<Photo> photos = RejectedPhotos.print(ImageFolder.of(faces), spec.commandLine().getErr()).photos();
        Robustness result = pipeline.with(List.of(faces), networks -> {
            Optional<ProgressBar> bar = TerminalBar.open("photos", "", 1, photos.size(), 0);
            try {
                return Robustness.of(photos, Stream.concat(Perturbation.usual().stream(),
                        Perturbation.margins(networks.network().recipe()).stream()).toList(),
                        networks.finder(), networks.network(),
                        pipeline.reader(), threshold.of(networks.network()),
                        done -> bar.ifPresent(shown -> shown.stepTo(done)));
            } finally {
                bar.ifPresent(ProgressBar::close);
            }
        });
        PrintWriter out = spec.commandLine().getOut();
        if (result.trials().isEmpty()) {
            spec.commandLine().getErr().println("face-unlock: there is a face in none of the photos of " + faces);
            return ExitCode.SOFTWARE;
        }
        ThresholdsText.print(result.toTable(), out);
        out.println("\nwhat disturbs each person most");
        result.weakest().forEach(trial -> out.println("  %s: %s, %s: %s".formatted(trial.photo().person(),
                trial.photo().file(), trial.perturbation(), Double.isNaN(trial.similarity()) ? "face not found"
                        : String.format(Locale.ROOT, "similarity %.3f", trial.similarity()))));
        return ExitCode.OK;
    }
}
