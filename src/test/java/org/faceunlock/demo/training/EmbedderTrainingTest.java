package org.faceunlock.demo.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.faceunlock.checkpoint.StateDict;
import org.faceunlock.network.FloatTensor;
import org.faceunlock.network.Network;
import org.faceunlock.network.NetworkForm;
import org.junit.jupiter.api.Test;

class EmbedderTrainingTest {

    private static final int PEOPLE = 3;
    private static final int BATCH = 12;
    private static final int TRAITS = 4;
    private static final EmbedderStep STEP = new EmbedderStep(0.2, 0, 1, 2e-3);
    private static final int SIDE = 96;
    private static final FloatTensor NOTHING = FloatTensor.wrap(new float[0], BATCH, 0);

    @Test
    void trainingBringsPicturesOfOnePersonTogether() {
        try (EmbedderTraining training = new EmbedderTraining(0.125, 0, PEOPLE, new InitialParameters(7))) {
            SplittableRandom random = new SplittableRandom(11);
            double first = training.step(pictures(random), labels(), NOTHING, STEP);
            double last = first;
            for (int step = 0; step < 25; step++) {
                last = training.step(pictures(random), labels(), NOTHING, STEP);
            }
            assertThat(last).isLessThan(first / 4);
            FloatTensor embeddings = embed(training.states(), pictures(random));
            assertThat(cosine(embeddings, 0, 1)).isGreaterThan(cosine(embeddings, 0, 2) + 0.3);
        }
    }

    @Test
    void trainingMovesTheRunningMeansThatInferenceUses() {
        try (EmbedderTraining training = new EmbedderTraining(0.125, 0, PEOPLE, new InitialParameters(7))) {
            training.step(pictures(new SplittableRandom(3)), labels(), NOTHING, STEP);
            float[] means = training.states().find("conv2d_1a.bn.running_mean").orElseThrow().toFloats();
            assertThat(means).isNotEqualTo(new float[means.length]);
        }
    }

    @Test
    void theMapToThePeoplesNumbersIsNotPartOfTheEmbedder() {
        try (EmbedderTraining training = new EmbedderTraining(0.125, TRAITS, PEOPLE, new InitialParameters(7))) {
            assertThat(training.states().names()).noneMatch(name -> name.startsWith("traits"));
            assertThat(training.snapshot().find("traits.weight").orElseThrow().shape()).containsExactly(TRAITS, 512);
        }
    }

    @Test
    void whatIsKnownOfPeopleIsLearnedToo() {
        try (EmbedderTraining training = new EmbedderTraining(0.125, TRAITS, PEOPLE, new InitialParameters(7))) {
            SplittableRandom random = new SplittableRandom(11);
            float[] known = new float[BATCH * TRAITS];
            for (int i = 0; i < known.length; i++) {
                known[i] = (i / TRAITS / 2 % PEOPLE - 1) * (i % 2 == 0 ? 1.2f : -1.2f);
            }
            FloatTensor wanted = FloatTensor.wrap(known, BATCH, TRAITS);
            double first = training.step(pictures(random), labels(), wanted, new EmbedderStep(0, 10, 0, 2e-3));
            double last = first;
            for (int step = 0; step < 25; step++) {
                last = training.step(pictures(random), labels(), wanted, new EmbedderStep(0, 10, 0, 2e-3));
            }
            assertThat(last).isLessThan(first / 4);
        }
    }

    @Test
    void crops0And1ShowTheSamePersonAndSoOn() {
        try (EmbedderTraining training = new EmbedderTraining(0.125, 0, PEOPLE, new InitialParameters(7))) {
            int[] labels = labels();
            labels[1] = 2;
            FloatTensor pictures = pictures(new SplittableRandom(3));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> training.step(pictures, labels, NOTHING, STEP))
                    .withMessageContaining("twice in a row");
        }
    }

    @Test
    void aResumedTrainingTakesTheStepsOfOneThatNeverStopped() {
        SplittableRandom random = new SplittableRandom(5);
        List<FloatTensor> batches = Stream.generate(() -> pictures(random)).limit(4).toList();
        StateDict snapshot;
        StateDict uninterrupted;
        try (EmbedderTraining training = new EmbedderTraining(0.125, 0, PEOPLE, new InitialParameters(7))) {
            batches.subList(0, 2).forEach(batch -> training.step(batch, labels(), NOTHING, STEP));
            snapshot = training.snapshot();
            batches.subList(2, 4).forEach(batch -> training.step(batch, labels(), NOTHING, STEP));
            uninterrupted = training.snapshot();
        }
        try (EmbedderTraining training = EmbedderTraining.resume(0.125, 0, PEOPLE, snapshot)) {
            batches.subList(2, 4).forEach(batch -> training.step(batch, labels(), NOTHING, STEP));
            StateDict resumed = training.snapshot();
            assertThat(resumed.names()).containsExactlyElementsOf(uninterrupted.names());
            for (String name : resumed.names()) {
                assertThat(resumed.find(name).orElseThrow().toFloats()).as(name)
                        .usingComparatorWithPrecision(1e-5f).containsExactly(uninterrupted.find(name).orElseThrow()
                        .toFloats());
            }
        }
    }

    private static FloatTensor embed(StateDict states, FloatTensor pictures) {
        try (Network network = Network.inceptionResnetV1(states, NetworkForm.FOLDED)) {
            return network.run(pictures).get(0);
        }
    }

    private static double cosine(FloatTensor embeddings, int a, int b) {
        double dot = 0;
        for (int i = 0; i < 512; i++) {
            dot += embeddings.row(a)[i] * embeddings.row(b)[i];
        }
        return dot;
    }

    private static int[] labels() {
        int[] labels = new int[BATCH];
        for (int i = 0; i < BATCH; i++) {
            labels[i] = i / 2 % PEOPLE;
        }
        return labels;
    }

    /** Person k is a wave of k + 1 periods across the picture, under noise. */
    private static FloatTensor pictures(SplittableRandom random) {
        float[] values = new float[BATCH * 3 * SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            int person = i / (3 * SIDE * SIDE) / 2 % PEOPLE;
            double wave = Math.sin(2 * Math.PI * (person + 1) * (i % SIDE) / SIDE);
            values[i] = (float) (0.6 * wave + 0.3 * (random.nextDouble() - 0.5));
        }
        return FloatTensor.wrap(values, BATCH, 3, SIDE, SIDE);
    }
}
