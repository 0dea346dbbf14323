package org.faceunlock.demo.training;

import java.util.SplittableRandom;
import org.faceunlock.checkpoint.StateDict;
import org.faceunlock.network.ParameterSource;

/** One network of the cascade that learns from a pool of windows. Holds native memory until closed; for one thread. */
final class StageTrainer implements TrainableNetwork, AutoCloseable {

    private static final int WARM_UP_SHARE = 50;

    private final long seed;
    private final WindowPool windows;
    private final CosineSchedule schedule;
    private final StageTraining training;

    private StageTrainer(WindowPool windows, DetectorPlan plan, StageTraining training) {
        this.seed = plan.seed(windows.stage());
        this.windows = windows;
        int steps = plan.steps(windows.stage());
        this.schedule = new CosineSchedule(windows.stage().peak(), steps / WARM_UP_SHARE, steps);
        this.training = training;
    }

    /** A learner that begins with these parameters. */
    static StageTrainer begin(WindowPool windows, DetectorPlan plan, ParameterSource start) {
        return new StageTrainer(windows, plan, windows.stage().training(start));
    }

    /** A learner that goes on from a snapshot. */
    static StageTrainer resume(WindowPool windows, DetectorPlan plan, StateDict snapshot) {
        StageTraining training = windows.stage().training(ParameterSource.of(snapshot));
        training.resume(snapshot);
        return new StageTrainer(windows, plan, training);
    }

    @Override
    public double step(int step) {
        WindowBatch batch = windows.draw(new SplittableRandom(seed << 32 | step));
        return training.step(batch.pixels(), batch.targets(), schedule.at(step));
    }

    @Override
    public StateDict snapshot() {
        return training.snapshot();
    }

    /** The network's parameters as they are now. */
    StateDict states() {
        return training.states();
    }

    @Override
    public void close() {
        training.close();
    }
}
