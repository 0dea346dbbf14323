package org.faceunlock.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.faceunlock.torch.StageTargets.Kind;

/**
 * Trains one stage of the cascade, P-Net, R-Net or O-Net. Holds native memory until closed; for one thread.
 *
 * <p>The loss is that of Zhang et al. 2016: cross-entropy over the hardest {@value #HARDEST} of the windows that are
 * face or not, plus squared errors of box regression and, for O-Net, landmarks.
 */
public final class StageTraining implements AutoCloseable {

    private static final double HARDEST = 0.7;
    private static final float BOX_WEIGHT = 0.5f;
    private static final double LEAST_PROBABILITY = 1e-7;

    private final TrainingNetwork network;
    private final float landmarkWeight;

    private StageTraining(NetworkDefinition definition, ParameterSource start, float landmarkWeight) {
        this.network = new TrainingNetwork(definition, start);
        this.landmarkWeight = landmarkWeight;
    }

    /** P-Net, on windows {@code [N, 3, 12, 12]}. */
    public static StageTraining pNet(ParameterSource start) {
        return new StageTraining(new PNet(), start, 0);
    }

    /** R-Net, on windows {@code [N, 3, 24, 24]}. */
    public static StageTraining rNet(ParameterSource start) {
        return new StageTraining(new RNet(), start, 0);
    }

    /** O-Net, on windows {@code [N, 3, 48, 48]}. */
    public static StageTraining oNet(ParameterSource start) {
        return oNet(start, 1);
    }

    /**
     * O-Net with another weight of the landmarks' squared error.
     *
     * @param landmarkWeight above 0; 1 in the paper
     */
    public static StageTraining oNet(ParameterSource start, double landmarkWeight) {
        return new StageTraining(new ONet(), start, (float) landmarkWeight);
    }

    /**
     * One step on one batch.
     *
     * @param windows standardised, of the stage's input size
     * @return the loss of the batch before the step
     */
    public double step(FloatTensor windows, StageTargets targets, double learningRate) {
        return network.step(windows, (outputs, scope) -> loss(outputs, targets, scope), learningRate);
    }

    private NDArray loss(NDList outputs, StageTargets targets, NDManager scope) {
        int n = targets.size();
        NDArray probabilities = outputs.get(outputs.size() - 1).reshape(n, 2);
        NDArray loss = classification(probabilities, targets, scope)
                .add(error(outputs.get(0).reshape(n, 4), targets.boxes(), targets.mask(Kind.FACE, Kind.PART), scope)
                        .mul(BOX_WEIGHT));
        if (landmarkWeight > 0 && targets.landmarks().length > 0) {
            NDArray marks = error(outputs.get(1), targets.landmarks(), targets.mask(Kind.LANDMARKS), scope);
            loss = loss.add(marks.mul(landmarkWeight));
        }
        return loss;
    }

    /** Mean cross-entropy of the hardest windows that are face or not. */
    private static NDArray classification(NDArray probabilities, StageTargets targets, NDManager scope) {
        int n = targets.size();
        float[] face = targets.mask(Kind.FACE);
        float[] none = targets.mask(Kind.NONE);
        float[] right = new float[2 * n];
        for (int i = 0; i < n; i++) {
            right[2 * i] = none[i];
            right[2 * i + 1] = face[i];
        }
        NDArray each = probabilities.maximum(LEAST_PROBABILITY).log().mul(scope.create(right, new Shape(n, 2)))
                .sum(new int[] {1}).neg(); // [N], 0 for a window that is neither
        float[] hard = hardest(each.toFloatArray(), targets.mask(Kind.FACE, Kind.NONE));
        return each.mul(scope.create(hard)).sum().div(Math.max(1, sum(hard)));
    }

    private static float[] hardest(float[] losses, float[] judged) {
        Integer[] order = new Integer[losses.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Float.compare(losses[b] * judged[b], losses[a] * judged[a]));
        float[] chosen = new float[losses.length];
        int count = (int) Math.ceil(HARDEST * sum(judged));
        for (int i = 0; i < count; i++) {
            chosen[order[i]] = judged[order[i]];
        }
        return chosen;
    }

    /** Squared error summed over a window's numbers, mean over the windows that count. */
    private static NDArray error(NDArray outputs, float[] targets, float[] counts, NDManager scope) {
        NDArray squares = outputs.sub(scope.create(targets, outputs.getShape())).square().sum(new int[] {1}); // [N]
        return squares.mul(scope.create(counts)).sum().div(Math.max(1, sum(counts)));
    }

    private static float sum(float[] values) {
        float sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    /** The stage's parameters as they are now. */
    public StateDict states() {
        return network.states("training");
    }

    /**
     * All parameters and the optimiser's memory; start anew from them and {@link #resume} to go on as if never
     * stopped.
     */
    public StateDict snapshot() {
        return network.snapshot();
    }

    /** Takes up the optimiser's memory of a snapshot, whose parameters this training was started with. */
    public void resume(StateDict snapshot) {
        network.resume(snapshot);
    }

    @Override
    public void close() {
        network.close();
    }
}
