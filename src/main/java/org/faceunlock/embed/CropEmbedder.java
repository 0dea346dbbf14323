package org.faceunlock.embed;

import java.util.List;
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
}
