package org.faceunlock.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.faceunlock.evaluate.ScoreFile;
import org.faceunlock.evaluate.ThresholdReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Chooses a threshold and says how far to trust it. */
@Command(name = "thresholds",
        mixinStandardHelpOptions = true,
        description = {
            "Chooses the similarity from which on to accept, and says how often it errs and how far to trust that.",
            "",
            "FMR is the share of comparisons of two people that are accepted, FNMR that of one person's that are not;"
                    + " accepted is what is at least the threshold. The intervals are exact binomial ones"
                    + " (Clopper-Pearson, 95 %). The equal error rate is where the straight line between the two points"
                    + " of the DET curve around FMR = FNMR meets it.",
            "",
            "Exit code 1 when there is nothing to choose from, or a line cannot be read.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./face-unlock thresholds --scores scores.csv",
            "  ./face-unlock thresholds --scores scores.csv --target-fmr 0.01 --json",
            "",
            "scores.csv has a line a comparison: mated (1 or 0), score; a header is welcome."
        })
final class ThresholdsCommand implements Callable<Integer> {

    private static final long SEED = 1;

    @Spec
    private CommandSpec spec;

    @Option(names = "--scores", paramLabel = "FILE", required = true,
            description = "Scores of another program: a CSV file of mated,score.")
    private Path scores;

    @Mixin
    private RuleOptions rule;

    @Option(names = "--json", description = "One JSON object with the errors at every threshold.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        ScoreFile file = ScoreFile.read(scores);
        if (!file.failures().isEmpty()) {
            spec.commandLine().getErr().println("%s: %s comparison(s) without a number count as failures to acquire: line(s) %s"
                    .formatted(scores, file.failures().size(), shown(file)));
        }
        ThresholdReport report = ThresholdReport.of("scores of a file", file.attempts(), rule.rule(), SEED);
        if (json) {
            spec.commandLine().getOut().println(ThresholdsJson.text(ThresholdsJson.of(report)));
        } else {
            ThresholdsText.print(report, spec.commandLine().getOut());
        }
        return ExitCode.OK;
    }

    private static String shown(ScoreFile file) {
        String lines = String.join(", ", file.failures().stream().limit(10).map(Object::toString).toList());
        return file.failures().size() > 10 ? lines + " and so on" : lines;
    }
}
