package org.faceunlock.demo.training;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.faceunlock.checkpoint.StateDict;
import org.faceunlock.network.FloatTensor;
import org.faceunlock.network.ParameterSource;

/** An embedder that learns from a set of crops by a plan. Holds native memory until closed; for one thread. */
final class EmbedderRounds implements TrainableNetwork, AutoCloseable {

    private final EmbedderPlan plan;
    private final CropSource crops;
    private final PairSampler dealing;
    private final EmbedderTraining training;

    private EmbedderRounds(EmbedderPlan plan, CropSource crops, EmbedderTraining training) {
        this.plan = plan;
        this.crops = crops;
        this.dealing = new PairSampler(crops, plan);
        this.training = training;
    }

    /** A learner that begins with these parameters. */
    static EmbedderRounds begin(EmbedderPlan plan, CropSource crops, ParameterSource start) {
        return new EmbedderRounds(plan, crops,
                new EmbedderTraining(plan.width(), traits(plan, crops), crops.people(), start));
    }

    /** A learner that goes on from a snapshot. */
    static EmbedderRounds resume(EmbedderPlan plan, CropSource crops, StateDict snapshot) {
        return new EmbedderRounds(plan, crops,
                EmbedderTraining.resume(plan.width(), traits(plan, crops), crops.people(), snapshot));
    }

    /** What is known of people helps to begin with; who goes on does without. */
    private static int traits(EmbedderPlan plan, CropSource crops) {
        return plan.growing() ? crops.traits() : 0;
    }

    @Override
    public double step(int step) {
        int side = plan.round(step).side();
        int size = 3 * side * side;
        List<DealtPair> pairs = dealing.deal(step);
        int[] labels = IntStream.range(0, 2 * pairs.size()).map(i -> pairs.get(i / 2).person()).toArray();
        float[] batch = new float[labels.length * size];
        IntStream.range(0, pairs.size()).parallel().forEach(i -> {
            DealtPair pair = pairs.get(i);
            SplittableRandom random = new SplittableRandom((plan.seed() * 31 + step) * 1009 + i);
            CropAugmentation.put(crops.crop(pair.person(), pair.first()), side, random, batch, 2 * i * size);
            CropAugmentation.put(crops.crop(pair.person(), pair.second()), side, random, batch, (2 * i + 1) * size);
        });
        FloatTensor input = FloatTensor.wrap(batch, labels.length, 3, side, side);
        return training.step(input, labels, known(labels), plan.at(step));
    }

    private FloatTensor known(int[] labels) {
        int size = traits(plan, crops);
        float[] known = new float[labels.length * size];
        for (int i = 0; size > 0 && i < labels.length; i++) {
            double[] traits = crops.traits(labels[i]);
            for (int k = 0; k < traits.length; k++) {
                known[i * traits.length + k] = (float) traits[k];
            }
        }
        return FloatTensor.wrap(known, labels.length, size);
    }

    @Override
    public StateDict snapshot() {
        return training.snapshot();
    }

    /** The embedder's parameters as they are now. */
    StateDict states() {
        return training.states();
    }

    @Override
    public void close() {
        training.close();
    }
}
