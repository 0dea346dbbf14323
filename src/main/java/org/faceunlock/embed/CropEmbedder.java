package org.faceunlock.embed;

import java.util.ArrayList;
import java.util.List;
import org.faceunlock.image.Crop;
import org.faceunlock.image.CropRecipe;
import org.faceunlock.image.FaceSet;
import org.faceunlock.image.PhotoResult;
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

    /**
     * Embeds the face of each photo that has one, in the order of the photos.
     *
     * @throws IllegalArgumentException if the faces were cut out for another embedder
     */
    default Embeddings embed(FaceSet photos) {
        FaceSet faces = photos.faces();
        faces.forEach(row -> row.outcome().recipe().ifPresent(this::check));
        List<Embedding> numbers = embed(faces.crops());
        List<EmbeddedFace> embedded = new ArrayList<>(numbers.size());
        for (int i = 0; i < numbers.size(); i++) {
            PhotoResult row = faces.rows().get(i);
            embedded.add(EmbeddedFace.of(row.file(), row.person(), numbers.get(i)));
        }
        return Embeddings.of(embedded);
    }

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
