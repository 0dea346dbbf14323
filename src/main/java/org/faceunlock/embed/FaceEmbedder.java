package org.faceunlock.embed;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.faceunlock.checkpoint.StateDict;
import org.faceunlock.image.PhotoResult;
import org.faceunlock.image.FaceSet;
import org.faceunlock.image.RgbImage;
import org.faceunlock.models.EmbedderWeights;
import org.faceunlock.models.ModelStore;
import org.faceunlock.models.ShippedWeights;
import org.faceunlock.network.FloatTensor;
import org.faceunlock.network.Network;
import org.faceunlock.network.NetworkForm;
import org.faceunlock.network.Standardisation;

/**
 * Turns crops of faces into embeddings with InceptionResnetV1. Holds native memory until closed; safe to use from
 * several threads.
 *
 * <p>A crop's embedding does not depend on the crops that come with it, beyond float32 rounding.
 */
public final class FaceEmbedder implements CropEmbedder, AutoCloseable {

    /** Side of a crop in pixels. */
    public static final int CROP_SIZE = 160;

    /** Crops that go through the network together: enough for full speed, few enough for 0.5 GiB. */
    private static final int BATCH = 32;

    private static final double SHIPPED_THRESHOLD = 0.75;
    private static final double ARTICLE_THRESHOLD = 0.8;

    private final String name;
    private final Network network;

    private FaceEmbedder(String name, Network network) {
        this.name = name;
        this.network = network;
    }

    /**
     * An embedder with the published vggface2 weights if they were fetched, else with the small ones that come with the
     * library; {@link #name} tells which.
     */
    public static FaceEmbedder load() {
        return load(EmbedderWeights.AUTO);
    }

    /**
     * An embedder with chosen weights.
     *
     * @param choice one of {@link EmbedderWeights#CHOICES}, or the path of a checkpoint file
     * @throws org.faceunlock.models.MissingModelException if they were not fetched; the message says how
     */
    public static FaceEmbedder load(String choice) {
        return of(EmbedderWeights.of(choice, ModelStore.ofUser()));
    }

    /**
     * An embedder with the weights of a checkpoint file.
     *
     * @throws org.faceunlock.checkpoint.CheckpointException if the file is not a checkpoint
     * @throws IllegalArgumentException if it is one of another network
     */
    public static FaceEmbedder load(Path checkpoint) {
        return of(EmbedderWeights.of(checkpoint));
    }

    private static FaceEmbedder of(EmbedderWeights weights) {
        return of(weights.name(), weights.states());
    }

    /**
     * An embedder with these weights, in float32.
     *
     * @param name what to call the model in captions
     */
    public static FaceEmbedder of(String name, StateDict states) {
        return new FaceEmbedder(name, Network.inceptionResnetV1(states, NetworkForm.FOLDED));
    }

    /** What the model is called in captions. */
    public String name() {
        return name;
    }

    /**
     * The cosine similarity from which on to take two faces for one person's, to begin with: for the shipped weights that
     * of their model card, for any others 0.8, which the article takes for the published ones.
     */
    public double suggestedThreshold() {
        return name.equals(ShippedWeights.NAME) ? SHIPPED_THRESHOLD : ARTICLE_THRESHOLD;
    }

    /**
     * {@inheritDoc}
     *
     * @param crops of {@value #CROP_SIZE} pixels a side
     * @return unit vectors of 512 numbers
     */
    @Override
    public List<Embedding> embed(List<RgbImage> crops) {
        List<Embedding> embeddings = new ArrayList<>(crops.size());
        for (int start = 0; start < crops.size(); start += BATCH) {
            List<RgbImage> batch = crops.subList(start, Math.min(start + BATCH, crops.size()));
            batch.forEach(FaceEmbedder::checkSize);
            FloatTensor output = network.run(Standardisation.FIXED.toTensor(batch)).get(0); // [N, 512]
            for (int row = 0; row < batch.size(); row++) {
                embeddings.add(Embedding.of(output.row(row)));
            }
        }
        return embeddings;
    }

    /** Embeds one crop. */
    public Embedding embed(RgbImage crop) {
        return embed(List.of(crop)).get(0);
    }

    /** Embeds the face of each photo that has one, in the order of the photos. */
    public Embeddings embed(FaceSet photos) {
        FaceSet faces = photos.faces();
        List<Embedding> numbers = embed(faces.crops());
        List<EmbeddedFace> embedded = new ArrayList<>(numbers.size());
        for (int i = 0; i < numbers.size(); i++) {
            PhotoResult row = faces.rows().get(i);
            embedded.add(EmbeddedFace.of(row.file(), row.person(), numbers.get(i)));
        }
        return Embeddings.of(embedded);
    }

    private static void checkSize(RgbImage crop) {
        if (crop.width() != CROP_SIZE || crop.height() != CROP_SIZE) {
            throw new IllegalArgumentException("crop: expected %1$sx%1$s pixels, found %2$sx%3$s; cut it out with image.Crop"
                    .formatted(CROP_SIZE, crop.width(), crop.height()));
        }
    }

    @Override
    public void close() {
        network.close();
    }

    @Override
    public String toString() {
        return "FaceEmbedder with " + name + ", suggested threshold " + suggestedThreshold();
    }
}
