package org.faceunlock.demo.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.faceunlock.checkpoint.StateDict;
import org.faceunlock.checkpoint.StateTensor;
import org.faceunlock.network.FloatTensor;
import org.faceunlock.network.ParameterSource;
import org.faceunlock.network.TrainingNetwork;

/**
 * Trains InceptionResnetV1 to place two photos of one person near each other and those of others far away. Holds
 * native memory until closed; for one thread.
 *
 * <p>A batch holds pairs of photos. Each photo has to tell its partner from all photos of other people in the batch:
 * the loss is the cross-entropy of {@value #SCALE} cos, InfoNCE (van den Oord et al. 2018, arXiv 1807.03748), the
 * partner's cosine being lessened by a margin as in CosFace (Wang et al. 2018, arXiv 1801.09414). Two more terms may be
 * added, weighted: that a linear map of the embedding gives the numbers that are known to make up a person, as the
 * share of their variance that it misses; and that a photo tells its person's {@linkplain PeopleCentres centre} from
 * those of all others. There is no dropout, so equal batches give equal parameters.
 */
public final class EmbedderTraining implements AutoCloseable {

    private static final float SCALE = 30;
    private static final float NEVER = -1e4f;
    private static final String TRAITS = "traits";

    private final TrainingNetwork network;
    private final int traits;
    private final PeopleCentres centres;

    /**
     * @param width share of the published channel counts
     * @param traits how many numbers are known of each person; 0 for none
     * @param people how many there are
     * @param start the parameters to start with
     */
    public EmbedderTraining(double width, int traits, int people, ParameterSource start) {
        this(width, traits, new PeopleCentres(people), start);
    }

    private EmbedderTraining(double width, int traits, PeopleCentres centres, ParameterSource start) {
        this.network = TrainingNetwork.inceptionResnetV1(width, TRAITS, traits, start);
        this.traits = traits;
        this.centres = centres;
    }

    /** A training that goes on from a {@link #snapshot} as if it had never stopped. */
    public static EmbedderTraining resume(double width, int traits, int people, StateDict snapshot) {
        EmbedderTraining training = new EmbedderTraining(width, traits, PeopleCentres.resume(people, snapshot),
                ParameterSource.of(snapshot));
        training.network.resume(snapshot);
        return training;
    }

    /**
     * One step on one batch of pairs.
     *
     * @param crops {@code [N, 3, h, w]}, standardised; 160 pixels a side in the end, smaller ones teach faster before
     * @param labels who each crop shows, from 0 to people - 1: crops 0 and 1 the same person, 2 and 3, and so on
     * @param known {@code [N, traits]} numbers of variance 1 of whom each crop shows
     * @return the mean loss of the batch before the step
     */
    public double step(FloatTensor crops, int[] labels, FloatTensor known, EmbedderStep step) {
        checkPairs(labels);
        if (known.size() != labels.length * traits) {
            throw new IllegalArgumentException("known: expected %s numbers for %s crops, found %s"
                    .formatted(labels.length * traits, labels.length, known.size()));
        }
        return network.step(crops, (outputs, scope) -> loss(outputs, labels, known, step, scope), step.rate());
    }

    private NDArray loss(NDList outputs, int[] labels, FloatTensor known, EmbedderStep step, NDManager scope) {
        NDArray embeddings = outputs.get(0);
        float margin = (float) step.margin();
        NDArray loss = contrastiveLoss(embeddings, labels, margin, scope);
        if (traits > 0) { // also at a weight of 0: the map needs a gradient
            loss = loss.add(missed(outputs.get(1), known, scope).mul(scope.create((float) step.traitsWeight())));
        }
        if (step.centresWeight() > 0) {
            NDArray wrong = centres.centreSoftmaxLoss(embeddings, labels, SCALE, margin, scope);
            loss = loss.add(wrong.mul(scope.create((float) step.centresWeight())));
            centres.update(labels, embeddings.toFloatArray());
        }
        return loss;
    }

    private static void checkPairs(int[] labels) {
        boolean paired = labels.length > 0 && labels.length % 2 == 0;
        for (int i = 0; paired && i < labels.length; i += 2) {
            paired = labels[i] == labels[i + 1];
        }
        if (!paired) {
            throw new IllegalArgumentException("labels: expected each person twice in a row, found "
                    + Arrays.toString(labels));
        }
    }

    private static NDArray contrastiveLoss(NDArray embeddings, int[] labels, float margin, NDManager scope) {
        int size = labels.length;
        float[] partner = new float[size * size];
        float[] handicap = new float[size * size];
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < size; k++) {
                partner[i * size + k] = k == (i ^ 1) ? 1 : 0;
                handicap[i * size + k] = k == (i ^ 1) ? -SCALE * margin : labels[i] == labels[k] ? NEVER : 0;
            }
        }
        Shape square = new Shape(size, size);
        NDArray cosines = embeddings.matMul(embeddings.transpose()); // [N, N]
        NDArray logits = cosines.mul(scope.create(SCALE)).add(scope.create(handicap, square));
        return logits.logSoftmax(1).mul(scope.create(partner, square)).sum().div(scope.create((float) -size));
    }

    /** The numbers are scaled to about the length of an embedding, 1: the map can then be a rotation. */
    private NDArray missed(NDArray given, FloatTensor known, NDManager scope) {
        NDArray wanted = scope.create(known.toArray(), given.getShape()).div(scope.create((float) Math.sqrt(traits)));
        return given.sub(wanted).square().sum().div(scope.create((float) known.size(0)));
    }

    /** The embedder's parameters as they are now; the map to the people's numbers is left out. */
    public StateDict states() {
        Map<String, StateTensor> kept = new LinkedHashMap<>(network.states("training").tensors());
        kept.keySet().removeIf(name -> name.startsWith(TRAITS));
        return new StateDict("training", kept);
    }

    /** All parameters, the optimiser's memory and the people's centres, for {@link #resume}. */
    public StateDict snapshot() {
        Map<String, StateTensor> all = new LinkedHashMap<>(network.snapshot().tensors());
        all.putAll(centres.states());
        return new StateDict("snapshot", all);
    }

    @Override
    public void close() {
        network.close();
    }
}
