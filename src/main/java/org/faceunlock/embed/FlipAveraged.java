package org.faceunlock.embed;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.faceunlock.image.CropRecipe;
import org.faceunlock.image.RgbImage;

/**
 * An embedder that also looks at the mirror image of each crop: the embedding is the direction of both together, the
 * same for a crop and for its mirror image up to rounding. Takes twice the time. As safe to share as the other is.
 *
 * @param embedder of the crops; not closed with this
 */
public record FlipAveraged(CropEmbedder embedder) implements CropEmbedder {

    @Override
    public List<Embedding> embed(List<RgbImage> crops) {
        List<Embedding> numbers = embedder.embed(
                Stream.concat(crops.stream(), crops.stream().map(RgbImage::mirrored)).toList());
        List<Embedding> averaged = new ArrayList<>(crops.size());
        for (int i = 0; i < crops.size(); i++) {
            averaged.add(direction(numbers.get(i), numbers.get(i + crops.size())));
        }
        return averaged;
    }

    @Override
    public CropRecipe recipe() {
        return embedder.recipe();
    }

    private static Embedding direction(Embedding one, Embedding other) {
        float[] sum = new float[one.size()];
        double squares = 0;
        for (int i = 0; i < sum.length; i++) {
            sum[i] = one.get(i) + other.get(i);
            squares += (double) sum[i] * sum[i];
        }
        float length = (float) Math.sqrt(squares);
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= length;
        }
        return Embedding.of(sum);
    }
}
