package org.faceunlock.demo.training;

import java.nio.file.Files;
import java.nio.file.Path;
import org.faceunlock.checkpoint.StateDict;
import org.faceunlock.network.ParameterSource;

/**
 * Trains an embedder from a set of crops, in one go or after an interruption. For one thread.
 *
 * <p>The same plan, crops and start give the same embedder; on another machine, or with another number of threads,
 * sums are rounded otherwise and the parameters drift apart.
 */
public final class EmbedderTrainer {

    private final EmbedderPlan plan;
    private final CropSource crops;
    private final ParameterSource start;
    private final String words;

    /**
     * @param plan how to train
     * @param crops what to learn from
     * @param start the parameters to begin with
     * @param origin what the crops and the start are, in words that tell this training from others
     */
    public EmbedderTrainer(EmbedderPlan plan, CropSource crops, ParameterSource start, String origin) {
        this.plan = plan;
        this.crops = crops;
        this.start = start;
        this.words = "embedder on %s, %s crops of %s people, %s".formatted(origin, crops.size(), crops.people(), plan);
    }

    /** What is trained and how, in words. */
    String describe() {
        return words;
    }

    /**
     * Takes all steps, or those that a snapshot in the file says are left.
     *
     * @param snapshot the file of the training's snapshot; it is there afterwards too
     * @throws IllegalArgumentException if there is a snapshot of another training
     */
    public TrainedEmbedder take(Path snapshot, TrainingListener listener) {
        if (!Files.exists(snapshot)) {
            return finish(TrainingRun.begin(words, plan.steps(), snapshot), EmbedderRounds.begin(plan, crops, start),
                    listener);
        }
        Snapshot saved = Snapshot.read(snapshot);
        TrainingRun run = TrainingRun.resume(words, plan.steps(), snapshot, saved);
        return finish(run, EmbedderRounds.resume(plan, crops, saved.states()), listener);
    }

    private static TrainedEmbedder finish(TrainingRun run, EmbedderRounds learner, TrainingListener listener) {
        try (learner) {
            LossHistory losses = run.finish("training", learner, listener);
            StateDict states = learner.states();
            return new TrainedEmbedder(states, losses);
        }
    }
}
