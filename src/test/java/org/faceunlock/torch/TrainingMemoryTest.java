package org.faceunlock.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.faceunlock.torch.StageTargets.Kind;
import org.junit.jupiter.api.Test;

/** What a training computes must not depend on when the garbage collector frees memory. */
class TrainingMemoryTest {

    private static final int PAIRS = 4;
    private static final int STEPS = 12;

    @Test
    void anEmbedderLearnsTheSameWhileGarbageIsCollected() throws InterruptedException {
        assertUndisturbed(TrainingMemoryTest::embedder);
    }

    @Test
    void aStageLearnsTheSameWhileGarbageIsCollected() throws InterruptedException {
        assertUndisturbed(TrainingMemoryTest::landmarks);
    }

    private static void assertUndisturbed(Supplier<float[]> learning) throws InterruptedException {
        float[] quiet = learning.get();
        AtomicBoolean over = new AtomicBoolean();
        Thread collector = new Thread(() -> collect(over));
        collector.start();
        try {
            assertThat(farthest(learning.get(), quiet)).isLessThan(1e-4);
            assertThat(farthest(learning.get(), quiet)).isLessThan(1e-4);
        } finally {
            over.set(true);
            collector.join();
        }
    }

    private static double farthest(float[] values, float[] others) {
        double farthest = 0;
        for (int i = 0; i < values.length; i++) {
            double off = Math.abs(values[i] - others[i]);
            farthest = off <= farthest ? farthest : off; // takes a NaN
        }
        return farthest;
    }

    /** Frees what nobody holds, and writes over it. */
    private static void collect(AtomicBoolean over) {
        while (!over.get()) {
            System.gc();
            for (int i = 0; i < 200; i++) {
                ByteBuffer.allocateDirect(4).putInt(0, 0x7f7fffff);
            }
        }
    }

    private static float[] embedder() {
        SplittableRandom random = new SplittableRandom(5);
        int[] labels = new int[2 * PAIRS];
        Arrays.setAll(labels, i -> i / 2);
        float[] known = noise(2 * PAIRS * 2, random);
        try (EmbedderTraining training = new EmbedderTraining(0.03125, 2, PAIRS, new InitialParameters(7))) {
            for (int step = 0; step < STEPS; step++) {
                training.step(FloatTensor.wrap(noise(labels.length * 3 * 75 * 75, random), labels.length, 3, 75, 75),
                        labels, FloatTensor.of(known, labels.length, 2), new EmbedderStep(0.2, 1, 1, 1e-3));
            }
            return training.states().find("last_linear.weight").orElseThrow().toFloats();
        }
    }

    private static float[] landmarks() {
        SplittableRandom random = new SplittableRandom(5);
        Kind[] kinds = new Kind[32];
        Arrays.setAll(kinds, i -> Kind.values()[i % Kind.values().length]);
        StageTargets targets = new StageTargets(kinds, noise(4 * kinds.length, random), noise(10 * kinds.length, random));
        try (StageTraining training = StageTraining.landmarks(new InitialParameters(7))) {
            for (int step = 0; step < 2 * STEPS; step++) {
                training.step(FloatTensor.wrap(noise(kinds.length * 3 * 48 * 48, random), kinds.length, 3, 48, 48),
                        targets, 1e-3);
            }
            return training.states().find("dense5.weight").orElseThrow().toFloats();
        }
    }

    private static float[] noise(int count, SplittableRandom random) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (2 * random.nextDouble() - 1);
        }
        return values;
    }
}
