package org.faceunlock.demo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.faceunlock.cli.WriteCheck;
import org.faceunlock.demo.training.DetectorPlan;
import org.faceunlock.demo.training.DetectorTraining;
import org.faceunlock.plot.LossCurve;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains the three networks of the detector on rendered people. */
@Command(name = "detector",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Trains the detector's three networks, P-Net, R-Net and O-Net, from nothing on rendered people.",
            "",
            "Into the folder go the pictures, pnet.pt, rnet.pt and onet.pt, and a picture of each one's loss. Ctrl-C"
                    + " loses less than a minute: the same command goes on where it stopped. With the defaults it takes"
                    + " about an hour on two cores and 6 GB of memory: with less than 20 GB in the machine set"
                    + " FACE_UNLOCK_JAVA_OPTS=-Xmx5g.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./face-unlock train detector --out detector",
            "  ./face-unlock train detector --pictures 200 --steps 300 --landmark-steps 300 --out quick"
        })
final class TrainDetectorCommand implements Callable<Integer> {

    private static final List<String> NETWORKS = List.of("pnet", "rnet", "onet");

    @Spec
    private CommandSpec spec;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "The folder to work in and write to.")
    private Path out;

    @Option(names = "--pictures", paramLabel = "N", defaultValue = "4000",
            description = "Rendered pictures, four of ten without people (default: ${DEFAULT-VALUE}).")
    private int pictures;

    @Option(names = "--steps", paramLabel = "N", defaultValue = "2000",
            description = "Batches that each network learns from (default: ${DEFAULT-VALUE}).")
    private int steps;

    @Option(names = "--landmark-steps", paramLabel = "N", defaultValue = "10000",
            description = "Batches more for O-Net, above all for landmarks (default: ${DEFAULT-VALUE}).")
    private int landmarkSteps;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1",
            description = "Decides all that is chance, 0 to 999 (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() throws IOException {
        WriteCheck.folder(out);
        DetectorTraining training;
        try (StageBar bar = new StageBar(spec.commandLine().getErr())) {
            training = new DetectorTraining(plan(), out, bar);
            training.run();
        }
        PrintWriter printed = spec.commandLine().getOut();
        for (String network : NETWORKS) {
            Path picture = out.resolve(network + ".loss.png");
            LossCurve.of(training.losses(network).toArray()).withTitle("Training of " + network).save(picture);
            printed.println(out.resolve(network + ".pt"));
            printed.println(picture);
        }
        return 0;
    }

    private DetectorPlan plan() {
        try {
            return new DetectorPlan(pictures, steps, landmarkSteps, seed);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
