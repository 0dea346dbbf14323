package org.faceunlock.demo.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.faceunlock.checkpoint.StateDict;
import org.faceunlock.demo.training.StageTargets.Kind;
import org.faceunlock.network.FloatTensor;
import org.faceunlock.network.Network;
import org.faceunlock.network.ParameterSource;
import org.junit.jupiter.api.Test;

/**
 * Each stage learns to find a bright square in noise: whether it is there, where its left edge is, where its corners
 * are.
 */
class StageTrainingTest {

    private static final int BATCH = 64;

    @Test
    void proposalNetworkLearnsWhatAFaceIs() {
        try (StageTraining training = StageTraining.pNet(new InitialParameters(1))) {
            train(training, 12, 150);
            try (Network network = Network.pNet(training.states())) {
                assertTellsApart(network, 12, 1);
            }
        }
    }

    @Test
    void refinementNetworkLearnsWhatAFaceIs() {
        try (StageTraining training = StageTraining.rNet(new InitialParameters(1))) {
            train(training, 24, 60);
            try (Network network = Network.rNet(training.states())) {
                assertTellsApart(network, 24, 1);
            }
        }
    }

    @Test
    void outputNetworkLearnsFacesBoxesAndLandmarks() {
        try (StageTraining training = StageTraining.oNet(new InitialParameters(1))) {
            train(training, 48, 80);
            double error;
            try (Network network = Network.oNet(training.states())) {
                assertTellsApart(network, 48, 2);
                error = leftOff(network);
                assertThat(error).isLessThan(0.06);
            }
            assertThat(trainedOnForLandmarks(training.states())).isLessThan(error);
        }
    }

    private static double trainedOnForLandmarks(StateDict states) {
        try (StageTraining training = StageTraining.landmarks(ParameterSource.of(states))) {
            SplittableRandom random = new SplittableRandom(6);
            for (int step = 0; step < 40; step++) {
                Batch batch = new Batch(48, random);
                training.step(batch.windows(), batch.targets(), 1e-3);
            }
            try (Network network = Network.oNet(training.states())) {
                return leftOff(network);
            }
        }
    }

    /** How far the left edge of the squares is off, in the mean, in sides of the window. */
    private static double leftOff(Network network) {
        Batch batch = new Batch(48, new SplittableRandom(99));
        FloatTensor marks = network.run(batch.windows()).get(1);
        double error = 0;
        int marked = 0;
        for (int i = 0; i < BATCH; i++) {
            if (batch.targets().kinds()[i] == Kind.LANDMARKS) {
                error += Math.abs(marks.row(i)[0] - batch.targets().landmarks()[10 * i]);
                marked++;
            }
        }
        return error / marked;
    }

    private static void train(StageTraining training, int side, int steps) {
        SplittableRandom random = new SplittableRandom(5);
        double first = 0;
        double last = 0;
        for (int step = 0; step < steps; step++) {
            Batch batch = new Batch(side, random);
            last = training.step(batch.windows(), batch.targets(), 3e-3);
            first = step == 0 ? last : first;
        }
        assertThat(last).isLessThan(first / 2);
    }

    private static void assertTellsApart(Network network, int side, int probabilities) {
        Batch batch = new Batch(side, new SplittableRandom(99));
        var outputs = network.run(batch.windows());
        int right = 0;
        int judged = 0;
        double boxError = 0;
        for (int i = 0; i < BATCH; i++) {
            Kind kind = batch.targets().kinds()[i];
            if (kind == Kind.FACE || kind == Kind.NONE) {
                judged++;
                right += outputs.get(probabilities).row(i)[1] > 0.5 == (kind == Kind.FACE) ? 1 : 0;
            }
            if (kind == Kind.FACE) {
                boxError = Math.max(boxError, Math.abs(outputs.get(0).row(i)[0] - batch.targets().boxes()[4 * i]));
            }
        }
        assertThat((double) right / judged).isGreaterThan(0.95);
        assertThat(boxError).isCloseTo(0, within(0.2));
    }

    /** A quarter of the windows of each kind; the square's left edge lies 0 to 0.3 sides in. */
    private static final class Batch {

        private final float[] values;
        private final int side;
        private final Kind[] kinds = new Kind[BATCH];
        private final float[] boxes = new float[4 * BATCH];
        private final float[] landmarks = new float[10 * BATCH];

        Batch(int side, SplittableRandom random) {
            this.side = side;
            values = new float[BATCH * 3 * side * side];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextDouble(-0.3, 0.3);
            }
            for (int i = 0; i < BATCH; i++) {
                kinds[i] = Kind.values()[i % Kind.values().length];
                if (kinds[i] != Kind.NONE) {
                    paint(i, random.nextDouble(0.3));
                }
            }
        }

        private void paint(int window, double left) {
            for (int channel = 0; channel < 3; channel++) {
                for (int y = 0; y < side; y++) {
                    for (int x = (int) Math.round(left * side); x < side; x++) {
                        values[((window * 3 + channel) * side + y) * side + x] += 0.7f;
                    }
                }
            }
            boxes[4 * window] = (float) left;
            landmarks[10 * window] = (float) left;
        }

        FloatTensor windows() {
            return FloatTensor.of(values, BATCH, 3, side, side);
        }

        StageTargets targets() {
            return new StageTargets(kinds, boxes, landmarks);
        }
    }
}
