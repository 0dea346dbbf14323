package org.faceunlock.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.Map;
import org.faceunlock.checkpoint.StateDict;
import org.faceunlock.checkpoint.StateTensor;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019, arXiv 1711.05101), whose memory can be saved: DJL's own
 * optimiser keeps its moments to itself. Its arrays live as long as the manager; for one thread.
 *
 * <p>Only what has more than one axis decays: biases, slopes and batch normalisations do not.
 */
final class AdamW {

    private static final float WEIGHT_DECAY = 5e-4f;
    private static final float BETA_1 = 0.9f;
    private static final float BETA_2 = 0.999f;
    private static final float EPSILON = 1e-8f;
    private static final float NO_CLIPPING = -1;
    private static final String MEAN = "adam.mean.";
    private static final String SQUARE = "adam.square.";
    private static final String STEPS = "adam.steps";

    private final NDManager manager;
    private final Map<String, NDArray> means = new LinkedHashMap<>();
    private final Map<String, NDArray> squares = new LinkedHashMap<>();
    private int steps;

    AdamW(NDManager manager) {
        this.manager = manager;
    }

    /** To be called before the updates of one step. */
    void nextStep() {
        steps++;
    }

    /** Moves one parameter down the gradient that it holds, and clears that. */
    void update(String name, NDArray parameter, double rate) {
        NDArray mean = means.computeIfAbsent(name, key -> manager.zeros(parameter.getShape()));
        NDArray square = squares.computeIfAbsent(name, key -> manager.zeros(parameter.getShape()));
        double corrected = rate * Math.sqrt(1 - Math.pow(BETA_2, steps)) / (1 - Math.pow(BETA_1, steps));
        float decay = parameter.getShape().dimension() > 1 ? WEIGHT_DECAY : 0;
        try (NDArray gradient = parameter.getGradient()) {
            parameter.getNDArrayInternal().adamUpdate(new NDList(parameter, gradient, mean, square),
                    new NDList(parameter),
                    (float) rate, (float) corrected, decay, 1, NO_CLIPPING, BETA_1, BETA_2, EPSILON, true, true);
        }
    }

    /** The moments of every parameter updated so far, and the count of steps. */
    Map<String, StateTensor> states() {
        Map<String, StateTensor> states = new LinkedHashMap<>();
        means.forEach((name, array) -> states.put(MEAN + name, values(array)));
        squares.forEach((name, array) -> states.put(SQUARE + name, values(array)));
        states.put(STEPS, StateTensor.of(new float[] {steps}));
        return states;
    }

    private static StateTensor values(NDArray array) {
        float[] values = array.toFloatArray();
        return StateTensor.of(values, values.length);
    }

    /** Takes up one parameter's moments and the count of steps. */
    void resume(String name, NDArray parameter, StateDict snapshot) {
        CheckpointParameters saved = new CheckpointParameters(snapshot);
        int size = Math.toIntExact(parameter.size());
        steps = (int) saved.get(STEPS).toFloats()[0];
        means.put(name, manager.create(saved.get(MEAN + name, size).toFloats(), parameter.getShape()));
        squares.put(name, manager.create(saved.get(SQUARE + name, size).toFloats(), parameter.getShape()));
    }
}
