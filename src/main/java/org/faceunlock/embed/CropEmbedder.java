package org.faceunlock.embed;

import java.util.List;
import org.faceunlock.image.Crop;
import org.faceunlock.image.CropRecipe;
import org.faceunlock.image.RgbImage;

/** Turns crops of faces into embeddings: what comparing needs of a network, so that it can be tested without one. */
@FunctionalInterface
public interface CropEmbedder {

    /**
     * Embeds a batch.
     *
     * @param crops faces cut out and resized for the network; may be empty
     * @return one embedding a crop, in the same order, all of one size
     */
    List<Embedding> embed(List<RgbImage> crops);

    /** How a face has to be cut out for it. */
    default CropRecipe recipe() {
        return Crop.DEFAULT;
    }

    /**
     * Holds crops of a recipe against the one that this embedder was trained on.
     *
     * @throws IllegalArgumentException if they are for another embedder; the message tells both recipes
     */
    default void check(CropRecipe found) {
        if (!recipe().accepts(found)) {
            throw new IllegalArgumentException(("crops: expected faces cut out by %s, as this embedder was trained on,"
                    + " found faces cut out by %s; detect again with mtcnn.cutting(embedder.recipe())")
                    .formatted(recipe().describe(), found.describe()));
        }
    }
}
