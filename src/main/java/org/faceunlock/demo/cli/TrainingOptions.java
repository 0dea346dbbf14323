package org.faceunlock.demo.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.faceunlock.demo.training.EmbedderPlan;
import org.faceunlock.demo.training.Snapshot;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What a command lets its user say about the training of an embedder. */
final class TrainingOptions {

    private static final int STEPS = 16000;
    private static final int BATCH = 128;
    private static final double RATE = 4e-3;
    private static final int TUNING_STEPS = 150;
    private static final int TUNING_BATCH = 32;
    private static final double TUNING_RATE = 2e-4;

    @Option(names = "--out", paramLabel = "FILE", required = true,
            description = "Where the weights go, a PyTorch state dict (.pt).")
    private Path out;

    @Option(names = "--steps", paramLabel = "N", description = "Batches to learn from (default: " + STEPS
            + ", with --faces " + TUNING_STEPS + ").")
    private Optional<Integer> steps;

    @Option(names = "--batch", paramLabel = "N", description = "Faces in a batch, two of a person (default: " + BATCH
            + ", with --faces " + TUNING_BATCH + ").")
    private Optional<Integer> batch;

    @Option(names = "--rate", paramLabel = "R", description = "Highest learning rate (default: " + RATE
            + ", with --faces " + TUNING_RATE + ").")
    private Optional<Double> rate;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1",
            description = "Decides all that is chance (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--float32",
            description = "Keep all digits; else 16 bits a number, which is as good and half the size.")
    private boolean full;

    @Option(names = "--resume", description = "Go on where a training with these options was stopped.")
    private boolean resume;

    @Option(names = "--work", paramLabel = "DIR",
            description = "Where rendered faces are kept (default: FILE.work), 0.6 MB a person.")
    private Optional<Path> work;

    Path out() {
        return out;
    }

    long seed() {
        return seed;
    }

    boolean full() {
        return full;
    }

    Path work() {
        return work.orElseGet(() -> beside(".work"));
    }

    Path snapshot() {
        return beside(".snapshot");
    }

    private Path beside(String ending) {
        return out.resolveSibling(out.getFileName() + ending);
    }

    /** A training from nothing: smaller crops at first. */
    EmbedderPlan fromNothing(double width) {
        return new EmbedderPlan(width, steps.orElse(STEPS), batch.orElse(BATCH), rate.orElse(RATE), true,
                seed);
    }

    /** A training that starts from good weights: in small steps, on whole crops. */
    EmbedderPlan goingOn(double width) {
        return new EmbedderPlan(width, steps.orElse(TUNING_STEPS), batch.orElse(TUNING_BATCH),
                rate.orElse(TUNING_RATE), false, seed);
    }

    /** Refuses to throw away a training that was stopped, and to go on with none. */
    void checkSnapshot(CommandLine command) {
        if (Files.exists(snapshot()) && !resume) {
            throw new ParameterException(command,
                    "%s is a training that stopped after %s steps: add --resume to go on, or remove it"
                    .formatted(snapshot(), Snapshot.read(snapshot()).steps()));
        }
        if (resume && !Files.exists(snapshot())) {
            throw new ParameterException(command, "--resume: there is no " + snapshot()
                    + " to go on from; leave it out");
        }
    }
}
