package org.faceunlock.demo.training;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * Takes the steps of one training and saves a snapshot from time to time, so that whatever stops it costs little. For
 * one thread.
 *
 * <p>Losses are saved as float32; what the trainee does must depend on nothing but its own state and the step's number.
 */
public final class TrainingRun {

    /** How long between two snapshots. */
    public static final Duration PAUSE = Duration.ofSeconds(45);

    private static final int SHOWN = 20;

    private final String plan;
    private final int steps;
    private final Path file;
    private final LossHistory losses;
    private long saved = System.nanoTime();

    private TrainingRun(String plan, int steps, Path file, LossHistory losses) {
        this.plan = plan;
        this.steps = steps;
        this.file = file;
        this.losses = losses;
    }

    /**
     * A training that begins.
     *
     * @param plan what is trained and how, in words
     * @param steps how many steps it takes
     * @param file where its snapshots go
     */
    public static TrainingRun begin(String plan, int steps, Path file) {
        return new TrainingRun(plan, steps, file, new LossHistory());
    }

    /**
     * A training that goes on; the trainee must have been made of the snapshot's states.
     *
     * @throws IllegalArgumentException if the snapshot is that of another training
     */
    public static TrainingRun resume(String plan, int steps, Path file, Snapshot snapshot) {
        if (!snapshot.plan().equals(plan)) {
            throw new IllegalArgumentException(
                    "snapshot %s: expected the training \"%s\", found \"%s\"; give the same options or remove it"
                            .formatted(file, plan, snapshot.plan()));
        }
        return new TrainingRun(plan, steps, file, LossHistory.of(snapshot.losses().toArray()));
    }

    /**
     * Takes the steps that are left, and saves a snapshot after the last one too.
     *
     * @param stage what to call this towards the listener
     * @return the losses of all steps, also those before a resumption
     * @throws IllegalStateException if a loss is not finite; the last snapshot is from before
     */
    public LossHistory finish(String stage, TrainableNetwork trainee, TrainingListener listener) {
        while (losses.steps() < steps) {
            double loss = trainee.step(losses.steps());
            if (!Double.isFinite(loss)) {
                throw new IllegalStateException("the loss of step %s is %s: try a lower learning rate"
                        .formatted(losses.steps(), loss));
            }
            losses.add(loss);
            if (losses.steps() == steps || System.nanoTime() - saved > PAUSE.toNanos()) {
                new Snapshot(plan, losses, trainee.snapshot()).write(file);
                saved = System.nanoTime();
            }
            listener.after(stage, losses.steps(), steps, String.format(Locale.ROOT, "loss %.3f", losses.recent(SHOWN)));
        }
        return losses;
    }
}
