package org.faceunlock.demo.training;

import java.util.SplittableRandom;
import org.faceunlock.torch.InitialParameters;
import org.faceunlock.torch.StateDict;
import org.faceunlock.torch.StageTraining;

/**
 * Trains one network on a pool of windows, from scratch, with a learning rate that falls along a cosine.
 *
 * @param stage which network
 * @param steps how many batches
 * @param seed of the first parameters and of the batches
 */
record StageLearning(CascadeStage stage, int steps, long seed) {

    private static final double FIRST_RATE = 2e-3;
    private static final double LAST_RATE = 1e-5;

    /** The trained parameters. */
    StateDict learn(WindowPool windows, DetectorProgress progress) {
        SplittableRandom random = new SplittableRandom(seed);
        try (StageTraining training = stage.training(new InitialParameters(seed))) {
            for (int step = 0; step < steps; step++) {
                WindowBatch batch = windows.draw(random);
                double loss = training.step(batch.pixels(), batch.targets(), rate(step));
                progress.step("training " + stage.network(), step + 1, steps, loss);
            }
            return training.states();
        }
    }

    private double rate(int step) {
        double share = step / (double) steps;
        return LAST_RATE + (FIRST_RATE - LAST_RATE) * (1 + Math.cos(Math.PI * share)) / 2;
    }
}
