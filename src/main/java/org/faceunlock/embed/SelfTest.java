package org.faceunlock.embed;

import java.util.Arrays;
import java.util.Map;
import org.faceunlock.image.RgbImage;
import org.faceunlock.models.ModelCatalogue;
import org.faceunlock.models.ShippedWeights;

/**
 * Has a network that was just loaded embed a synthetic picture, and holds the numbers against those that its weights
 * gave when they were published or added: a file of other weights under a known name is refused, and so are weights of
 * any name that give no vector of length 1.
 *
 * <p>Whoever trains the shipped weights anew takes the new numbers from the message of the refusal.
 */
final class SelfTest {

    /** The first numbers of the embedding, by the model's name. */
    private static final Map<String, float[]> PINNED = Map.of(
            ShippedWeights.NAME, new float[] {-0.004362364f, -0.07405303f, 0.017433861f, -0.042764857f, -0.016274815f,
                0.0018679849f, -0.109133035f, -0.05915433f},
            ModelCatalogue.DLIB, new float[] {-0.031132005f, 0.084162414f, 0.0460996f, -0.04177432f, -0.056120135f,
                -0.03299478f, -0.022976372f, -0.0019505593f});

    private SelfTest() {
    }

    /**
     * The embedder itself.
     *
     * @throws IllegalArgumentException if its numbers are not what they should be; it is closed then
     */
    static FaceEmbedder passed(FaceEmbedder embedder) {
        try {
            check(embedder.name(), embedder.embed(picture(embedder.recipe().imageSize())),
                    embedder.precision().tolerance());
            return embedder;
        } catch (RuntimeException e) {
            embedder.close();
            throw e;
        }
    }

    /** Waves of different lengths in the three colours. */
    private static RgbImage picture(int size) {
        byte[] pixels = new byte[size * size * RgbImage.CHANNELS];
        for (int i = 0; i < pixels.length; i++) {
            int x = i / RgbImage.CHANNELS % size;
            int y = i / RgbImage.CHANNELS / size;
            int channel = i % RgbImage.CHANNELS;
            pixels[i] = (byte) (128 + 100 * Math.sin((x + 1) * (channel + 1) / 20.0) * Math.cos(y / 15.0));
        }
        return RgbImage.of(size, size, pixels);
    }

    /** {@code tolerance}: processors differ in the order in which they sum; seen in float32: 1e-6. */
    static void check(String name, Embedding found, double tolerance) {
        double squares = 0;
        for (float number : found.toArray()) {
            squares += (double) number * number;
        }
        if (!(Math.abs(squares - 1) < tolerance)) {
            throw new IllegalArgumentException(("model %s: expected a vector of length 1 of the synthetic picture,"
                    + " found one of length %s; the weights are damaged, use another copy")
                    .formatted(name, Math.sqrt(squares)));
        }
        float[] pinned = PINNED.getOrDefault(name, new float[0]);
        for (int i = 0; i < pinned.length; i++) {
            if (!(Math.abs(found.get(i) - pinned[i]) < tolerance)) {
                throw new IllegalArgumentException(("model %s: expected an embedding of the synthetic picture that"
                        + " starts %s, found %s; these are other weights than those known by that name").formatted(name,
                        Arrays.toString(pinned), Arrays.toString(Arrays.copyOf(found.toArray(), pinned.length))));
            }
        }
    }
}
