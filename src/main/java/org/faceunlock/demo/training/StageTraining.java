package org.faceunlock.demo.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.faceunlock.checkpoint.StateDict;
import org.faceunlock.demo.training.StageTargets.Kind;
import org.faceunlock.network.FloatTensor;
import org.faceunlock.network.ParameterSource;
import org.faceunlock.network.TrainingNetwork;

/**
 * Trains one stage of the cascade, P-Net, R-Net or O-Net. Holds native memory until closed; for one thread.
 *
 * <p>The loss is that of Zhang et al. 2016: cross-entropy over the hardest {@value #HARDEST} of the windows that are
 * face or not, plus squared errors of box regression and, for O-Net, landmarks. O-Net can be trained on for landmarks:
 * then it is their distances that count, not the squares, so that the many that are nearly right weigh as much as the
 * few that are far off (as with the Wing loss, Feng et al. 2018, arXiv 1711.06753).
 */
public final class StageTraining implements AutoCloseable {

    private static final double HARDEST = 0.7;
    private static final float BOX_WEIGHT = 0.5f;
    private static final float LEAST_PROBABILITY = 1e-7f;
    private static final float DISTANCE_WEIGHT = 2;
    /** In sides of the window: where a distance becomes a square. */
    private static final float SMALL_DISTANCE = 0.002f;

    /** How landmarks count. */
    private enum Marks { NOT, BY_SQUARES, BY_DISTANCES }

    private final TrainingNetwork network;
    private final Marks marks;

    private StageTraining(TrainingNetwork network, Marks marks) {
        this.network = network;
        this.marks = marks;
    }

    /** P-Net, on windows {@code [N, 3, 12, 12]}. */
    public static StageTraining pNet(ParameterSource start) {
        return new StageTraining(TrainingNetwork.pNet(start), Marks.NOT);
    }

    /** R-Net, on windows {@code [N, 3, 24, 24]}. */
    public static StageTraining rNet(ParameterSource start) {
        return new StageTraining(TrainingNetwork.rNet(start), Marks.NOT);
    }

    /** O-Net, on windows {@code [N, 3, 48, 48]}. */
    public static StageTraining oNet(ParameterSource start) {
        return new StageTraining(TrainingNetwork.oNet(start), Marks.BY_SQUARES);
    }

    /** O-Net that knows faces already, above all for landmarks: their distances count. */
    public static StageTraining landmarks(ParameterSource start) {
        return new StageTraining(TrainingNetwork.oNet(start), Marks.BY_DISTANCES);
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
                        .mul(scope.create(BOX_WEIGHT)));
        if (marks == Marks.NOT || targets.landmarks().length == 0) {
            return loss;
        }
        float[] counts = targets.mask(Kind.LANDMARKS);
        return loss.add(marks == Marks.BY_SQUARES ? error(outputs.get(1), targets.landmarks(), counts, scope)
                : distance(outputs.get(1), targets.landmarks(), counts, scope).mul(scope.create(DISTANCE_WEIGHT)));
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
        NDArray each = probabilities.maximum(scope.create(LEAST_PROBABILITY)).log()
                .mul(scope.create(right, new Shape(n, 2))).sum(new int[] {1}).neg(); // [N], 0 where neither
        float[] hard = hardest(each.toFloatArray(), targets.mask(Kind.FACE, Kind.NONE));
        return mean(each, hard, scope);
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
        return mean(squares, counts, scope);
    }

    /** Distances of the five landmarks summed, mean over the windows that count. */
    private static NDArray distance(NDArray outputs, float[] targets, float[] counts, NDManager scope) {
        NDArray off = outputs.sub(scope.create(targets, outputs.getShape())).square(); // [N, 10]: x, then y
        NDArray least = scope.create(SMALL_DISTANCE * SMALL_DISTANCE);
        NDArray each = off.get(":, :5").add(off.get(":, 5:")).add(least).sqrt();
        return mean(each.sum(new int[] {1}), counts, scope);
    }

    /** Mean over the windows that count, 0 if none does. */
    private static NDArray mean(NDArray each, float[] counts, NDManager scope) {
        return each.mul(scope.create(counts)).sum().div(scope.create(Math.max(1, sum(counts))));
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
