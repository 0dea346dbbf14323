package org.faceunlock.demo.training;

import java.util.ArrayList;
import java.util.List;
import org.faceunlock.embed.Embedding;
import org.faceunlock.embed.FaceEmbedder;
import org.faceunlock.image.PillowBilinear;
import org.faceunlock.image.PixelRegion;
import org.faceunlock.image.RgbImage;
import org.faceunlock.torch.FloatTensor;
import org.faceunlock.torch.StateDict;

/**
 * Where an embedder that is to be trained further sees each person already: a better beginning for the people's
 * directions than chance. Stateless.
 *
 * <p>Source: Qi, Brown and Lowe 2018 (arXiv 1712.07136), which calls it imprinting.
 */
final class MeanDirections {

    private static final int MOST_CROPS = 4;
    private static final int SIZE = 512;

    private MeanDirections() {
    }

    /**
     * The mean of a few embeddings of each person.
     *
     * @return {@code [people, 512]}; their lengths do not matter
     */
    static FloatTensor of(CropSource crops, StateDict states) {
        float[] sums = new float[crops.people() * SIZE];
        int[] counts = new int[crops.people()];
        try (FaceEmbedder embedder = FaceEmbedder.of(states.source(), states)) {
            List<Integer> chosen = new ArrayList<>();
            for (int i = 0; i < crops.size(); i++) {
                if (counts[crops.label(i)]++ < MOST_CROPS) {
                    chosen.add(i);
                }
            }
            for (int index : chosen) {
                add(embedder.embed(middle(crops.crop(index))), sums, crops.label(index) * SIZE);
            }
        }
        return FloatTensor.wrap(sums, crops.people(), SIZE);
    }

    private static void add(Embedding embedding, float[] sums, int start) {
        for (int i = 0; i < SIZE; i++) {
            sums[start + i] += embedding.get(i);
        }
    }

    /** The part of a wide crop that an embedder expects. */
    static RgbImage middle(byte[] wide) {
        int size = FaceEmbedder.CROP_SIZE;
        int edge = (CropSource.SIDE - size) / 2;
        PixelRegion inner = new PixelRegion(edge, edge, edge + size, edge + size);
        return PillowBilinear.resize(RgbImage.of(CropSource.SIDE, CropSource.SIDE, wide), inner, size, size);
    }
}
