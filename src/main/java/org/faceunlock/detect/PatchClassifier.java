package org.faceunlock.detect;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.faceunlock.image.PixelRegion;
import org.faceunlock.image.RgbImage;
import org.faceunlock.network.FloatTensor;

/**
 * R-Net or O-Net over many candidates: cuts their squares out of the photo, shrunk to the network's input by area
 * average, and runs them in batches, of bounded size and in parallel.
 *
 * @param side of the network's input in pixels
 * @param outputSizes how many numbers each output has for one candidate
 */
record PatchClassifier(StageNetwork network, int side, int[] outputSizes) {

    /** Pixels in a batch, so that one takes tens of megabytes: 256 squares of 24 pixels, 64 of 48. */
    private static final int BATCH_PIXELS = 256 * 24 * 24;

    /**
     * The network's outputs for all candidates, each {@code [n, outputSize]} flattened.
     *
     * @param candidates boxes with at least one pixel in the photo
     */
    List<float[]> classify(IntegralImage photo, Candidates candidates) {
        int batch = BATCH_PIXELS / (side * side);
        int batches = (candidates.size() + batch - 1) / batch;
        List<List<FloatTensor>> outputs = IntStream.range(0, batches).parallel()
                .mapToObj(i -> run(photo, candidates, i * batch, Math.min((i + 1) * batch, candidates.size())))
                .toList();
        return IntStream.range(0, outputSizes.length)
                .mapToObj(output -> Candidates.joinArrays(
                        outputs.stream().map(one -> one.get(output).toArray()).toList()))
                .toList();
    }

    private List<FloatTensor> run(IntegralImage photo, Candidates candidates, int from, int to) {
        int size = RgbImage.CHANNELS * side * side;
        float[] patches = new float[(to - from) * size];
        for (int row = from; row < to; row++) {
            PixelRegion region = candidates.pixels(row, photo.width(), photo.height()).orElseThrow();
            photo.average(Cells.of(region.x1(), region.width(), side), Cells.of(region.y1(), region.height(), side),
                    patches, (row - from) * size);
        }
        List<FloatTensor> outputs = network.run(FloatTensor.wrap(patches, to - from, RgbImage.CHANNELS, side, side));
        requireShapes(outputs, to - from);
        return outputs;
    }

    private void requireShapes(List<FloatTensor> outputs, int count) {
        for (int output = 0; output < outputSizes.length; output++) {
            int[] expected = {count, outputSizes[output]};
            int[] found = outputs.get(output).shape();
            if (!Arrays.equals(found, expected)) {
                throw new IllegalArgumentException(
                        "network for %s pixels, output %s: expected shape %s, found %s; is this the right network?"
                                .formatted(side, output, Arrays.toString(expected), Arrays.toString(found)));
            }
        }
    }

    /** The candidates whose probability of a face, the second of each pair, is above the threshold; ties are not. */
    static int[] above(float threshold, float[] probabilities) {
        return IntStream.range(0, probabilities.length / 2)
                .filter(row -> probabilities[2 * row + 1] > threshold).toArray();
    }

    /** The probability of a face of some candidates. */
    static float[] scores(int[] rows, float[] probabilities) {
        float[] scores = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            scores[i] = probabilities[2 * rows[i] + 1];
        }
        return scores;
    }
}
