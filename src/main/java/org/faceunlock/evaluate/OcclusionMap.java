package org.faceunlock.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.faceunlock.embed.Cosine;
import org.faceunlock.embed.CropEmbedder;
import org.faceunlock.embed.Embedding;
import org.faceunlock.image.RgbImage;

/**
 * Where an embedder looks in one comparison: how much the similarity falls when a grey patch covers each place of a
 * crop.
 *
 * <p>A place that helps to recognise the face lowers the similarity when it is covered; one that speaks against it
 * raises it. After M. Zeiler and R. Fergus, "Visualizing and understanding convolutional networks", 2014. Immutable.
 */
public final class OcclusionMap {

    /** Side of the patch, as a share of the crop's. */
    public static final double PATCH = 0.2;

    private static final byte COVER = 110;

    private final RgbImage crop;
    private final double similarity;
    private final double[][] drops;

    private OcclusionMap(RgbImage crop, double similarity, double[][] drops) {
        this.crop = crop;
        this.similarity = similarity;
        this.drops = drops;
    }

    /**
     * Covers a crop place by place.
     *
     * @param crop of a face, as the embedder wants it
     * @param other what it is compared with: another photo, or a template
     * @param places of the patch along each side, at least 2; all of it costs their square in embeddings
     */
    public static OcclusionMap of(RgbImage crop, Embedding other, CropEmbedder embedder, int places) {
        if (places < 2) {
            throw new IllegalArgumentException("places: expected at least 2 along each side, found " + places);
        }
        List<RgbImage> covered = new ArrayList<>(List.of(crop));
        for (int row = 0; row < places; row++) {
            for (int column = 0; column < places; column++) {
                covered.add(covered(crop, (column + 0.5) / places, (row + 0.5) / places));
            }
        }
        double[] similarities = embedder.embed(covered).stream()
                .mapToDouble(embedding -> Cosine.similarity(embedding, other)).toArray();
        double[][] drops = new double[places][places];
        for (int place = 0; place < places * places; place++) {
            drops[place / places][place % places] = similarities[0] - similarities[place + 1];
        }
        return new OcclusionMap(crop, similarities[0], drops);
    }

    /** A crop with a patch around a place, told in shares of its sides. */
    private static RgbImage covered(RgbImage crop, double x, double y) {
        byte[] values = crop.toBytes();
        int from = Math.max(0, (int) Math.round((x - PATCH / 2) * crop.width()));
        int to = Math.min(crop.width(), (int) Math.round((x + PATCH / 2) * crop.width()));
        int top = Math.max(0, (int) Math.round((y - PATCH / 2) * crop.height()));
        int bottom = Math.min(crop.height(), (int) Math.round((y + PATCH / 2) * crop.height()));
        for (int row = top; row < bottom; row++) {
            Arrays.fill(values, (row * crop.width() + from) * RgbImage.CHANNELS,
                    (row * crop.width() + to) * RgbImage.CHANNELS, COVER);
        }
        return RgbImage.of(crop.width(), crop.height(), values);
    }

    /** The face that was covered. */
    public RgbImage crop() {
        return crop;
    }

    /** The similarity of the whole face. */
    public double similarity() {
        return similarity;
    }

    /** How much it falls with a patch around each place, row by row; below 0 where it rises. */
    public double[][] drops() {
        return Arrays.stream(drops).map(double[]::clone).toArray(double[][]::new);
    }

    /** The largest fall of all. */
    public double largestDrop() {
        return Arrays.stream(drops).flatMapToDouble(Arrays::stream).max().orElseThrow();
    }
}
