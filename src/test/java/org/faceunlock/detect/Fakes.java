package org.faceunlock.detect;

import java.util.List;
import org.faceunlock.network.FloatTensor;

/** Networks that judge by brightness alone: -1 for black to 1 for white. */
final class Fakes {

    /** The probability that something of this mean brightness is a face. */
    @FunctionalInterface
    interface Judge {
        float probability(float brightness);
    }

    private Fakes() {}

    /** Judges each window of 12 pixels, 2 apart, by its red mean, and moves it by the given shares of its sides. */
    static StageNetwork pNet(Judge judge, float... shift) {
        return input -> {
            int height = input.size(2);
            int width = input.size(3);
            int rows = (height - 1) / 2 - 4;
            int columns = (width - 1) / 2 - 4;
            float[] regression = new float[4 * rows * columns];
            float[] probabilities = new float[2 * rows * columns];
            for (int window = 0; window < rows * columns; window++) {
                float face = judge.probability(windowMean(input, window % columns * 2, window / columns * 2));
                probabilities[window] = 1 - face;
                probabilities[rows * columns + window] = face;
                for (int edge = 0; edge < shift.length; edge++) {
                    regression[edge * rows * columns + window] = shift[edge];
                }
            }
            return List.of(FloatTensor.wrap(regression, 1, 4, rows, columns),
                    FloatTensor.wrap(probabilities, 1, 2, rows, columns));
        };
    }

    static float windowMean(FloatTensor image, int left, int top) {
        int width = image.size(3);
        double sum = 0;
        for (int y = top; y < Math.min(top + 12, image.size(2)); y++) {
            for (int x = left; x < Math.min(left + 12, width); x++) {
                sum += image.get(y * width + x);
            }
        }
        return (float) (sum / 144);
    }

    /** Judges each patch by its mean and moves it by the given shares of its sides. */
    static StageNetwork rNet(Judge judge, float... shift) {
        return input -> List.of(repeat(shift, 4, input.size(0)), probabilities(input, judge));
    }

    /** Judges each patch by its mean, moves it, and places eyes, nose and mouth corners like dots on a die. */
    static StageNetwork oNet(Judge judge, float... shift) {
        float[] points = {0.25f, 0.75f, 0.5f, 0.25f, 0.75f, 0.25f, 0.25f, 0.5f, 0.75f, 0.75f};
        return input -> List.of(
                repeat(shift, 4, input.size(0)), repeat(points, 10, input.size(0)), probabilities(input, judge));
    }

    private static FloatTensor repeat(float[] row, int size, int count) {
        float[] rows = new float[size * count];
        for (int i = 0; i < count; i++) {
            System.arraycopy(row, 0, rows, i * size, row.length);
        }
        return FloatTensor.wrap(rows, count, size);
    }

    private static FloatTensor probabilities(FloatTensor input, Judge judge) {
        float[] pairs = new float[2 * input.size(0)];
        for (int i = 0; i < input.size(0); i++) {
            float[] patch = input.row(i);
            double mean = 0;
            for (float value : patch) {
                mean += value / patch.length;
            }
            pairs[2 * i + 1] = judge.probability((float) mean);
            pairs[2 * i] = 1 - pairs[2 * i + 1];
        }
        return FloatTensor.wrap(pairs, input.size(0), 2);
    }

    /** White is a face, grey less so. */
    static float brightness(float mean) {
        return Math.max(0, Math.min(1, (mean + 1) / 2));
    }

    static Mtcnn mtcnn(MtcnnSettings settings) {
        return new Mtcnn(pNet(Fakes::brightness), rNet(Fakes::brightness), oNet(Fakes::brightness), settings);
    }
}
