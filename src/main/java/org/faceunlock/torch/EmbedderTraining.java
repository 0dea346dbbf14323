package org.faceunlock.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Trains InceptionResnetV1 to tell people apart by the direction of their embeddings. Holds native memory until closed;
 * for one thread.
 *
 * <p>Each person has a direction of their own; the loss is the cross-entropy of {@value #SCALE} (cos - m), where the
 * margin m is taken off the right person only: CosFace, Wang et al. 2018 (arXiv 1801.09414). Where numbers are known
 * that make up a person, a linear map of the embedding has to give them too, and {@value #TRAITS_WEIGHT} times the
 * share of their variance that it misses is added. There is no dropout, so equal batches give equal parameters.
 */
public final class EmbedderTraining implements AutoCloseable {

    private static final float SCALE = 30;
    private static final float TRAITS_WEIGHT = 10;
    private static final String DIRECTIONS = "people";
    private static final String TRAITS = "traits";

    private final TrainingNetwork network;
    private final int people;
    private final int traits;

    /**
     * @param width share of the published channel counts
     * @param people how many people are told apart
     * @param traits how many numbers are known of each person; 0 for none
     * @param start the parameters to start with
     */
    public EmbedderTraining(double width, int people, int traits, ParameterSource start) {
        InceptionResnetV1 embedder = new InceptionResnetV1(width, 0).withoutDropout();
        this.network = new TrainingNetwork(layers -> {
            Activation embedding = embedder.describe(layers).get(0); // [N, 512]
            Activation cosines = layers.cosines(embedding, DIRECTIONS, people); // [N, people]
            return traits == 0 ? List.of(cosines)
                    : List.of(cosines, layers.linear(embedding, TRAITS, traits)); // [N, traits]
        }, start);
        this.people = people;
        this.traits = traits;
    }

    /** The width of the network that these parameters are for, as a share of the published channel counts. */
    public static double widthOf(StateDict states) {
        return InceptionResnetV1.fitting(states, false).width();
    }

    /**
     * Parameters to train an embedder further with.
     *
     * @param embedder what it has learned
     * @param directions {@code [people, 512]}, where each person lies to begin with
     * @param others what neither has
     */
    public static ParameterSource further(StateDict embedder, FloatTensor directions, ParameterSource others) {
        Map<String, StateTensor> known = new LinkedHashMap<>(embedder.tensors());
        known.put(DIRECTIONS + ".weight", StateTensor.of(directions.toArray(), directions.shape()));
        return ParameterSource.of(new StateDict(embedder.source(), known), others);
    }

    /** A training that goes on from a {@link #snapshot} as if it had never stopped. */
    public static EmbedderTraining resume(double width, int people, int traits, StateDict snapshot) {
        EmbedderTraining training = new EmbedderTraining(width, people, traits, new CheckpointParameters(snapshot));
        training.network.resume(snapshot);
        return training;
    }

    /**
     * One step on one batch.
     *
     * @param crops {@code [N, 3, h, w]}, standardised; 160 pixels a side in the end, smaller ones teach faster before
     * @param labels who each crop shows, 0 to people - 1
     * @param known {@code [N, traits]} numbers of variance 1 of whom each crop shows
     * @param margin by how much the cosine with the right person must win, 0 to 1; 0.35 in the paper
     * @param learningRate of this step
     * @return the mean loss of the batch before the step
     */
    public double step(FloatTensor crops, int[] labels, FloatTensor known, double margin, double learningRate) {
        if (known.size() != labels.length * traits) {
            throw new IllegalArgumentException("known: expected %d numbers for %d crops, found %d"
                    .formatted(labels.length * traits, labels.length, known.size()));
        }
        return network.step(crops, (outputs, scope) -> {
            NDArray loss = wrongPerson(outputs.get(0), labels, (float) margin, scope);
            return traits == 0 ? loss : loss.add(missed(outputs.get(1), known, scope).mul(TRAITS_WEIGHT));
        }, learningRate);
    }

    private NDArray wrongPerson(NDArray cosines, int[] labels, float margin, NDManager scope) {
        NDArray right = scope.create(labels).oneHot(people).toType(DataType.FLOAT32, false); // [N, people]
        NDArray logits = cosines.sub(right.mul(margin)).mul(SCALE);
        return logits.logSoftmax(1).mul(right).sum().div(-labels.length);
    }

    /** The numbers are scaled to about the length of an embedding, 1: the map can then be a rotation. */
    private NDArray missed(NDArray given, FloatTensor known, NDManager scope) {
        NDArray wanted = scope.create(known.array(), given.getShape()).div((float) Math.sqrt(traits));
        return given.sub(wanted).square().sum().div(known.size(0));
    }

    /** The embedder's parameters as they are now; the people's directions and the map to their numbers are left out. */
    public StateDict states() {
        Map<String, StateTensor> kept = new LinkedHashMap<>(network.states("training").tensors());
        kept.keySet().removeIf(name -> name.startsWith(DIRECTIONS) || name.startsWith(TRAITS));
        return new StateDict("training", kept);
    }

    /** All parameters and the optimiser's memory, for {@link #resume}. */
    public StateDict snapshot() {
        return network.snapshot();
    }

    @Override
    public void close() {
        network.close();
    }
}
