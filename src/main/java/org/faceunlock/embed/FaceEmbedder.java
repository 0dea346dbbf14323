package org.faceunlock.embed;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.faceunlock.checkpoint.StateDict;
import org.faceunlock.image.AlignedCrop;
import org.faceunlock.image.Crop;
import org.faceunlock.image.CropRecipe;
import org.faceunlock.image.FaceOutcome;
import org.faceunlock.image.Interruption;
import org.faceunlock.image.RgbImage;
import org.faceunlock.models.EmbedderCard;
import org.faceunlock.models.EmbedderWeights;
import org.faceunlock.models.ModelStore;
import org.faceunlock.models.ShippedWeights;
import org.faceunlock.network.FloatTensor;
import org.faceunlock.network.Network;
import org.faceunlock.network.NetworkForm;
import org.faceunlock.network.Standardisation;

/**
 * Turns crops of faces into embeddings, with the network that its weights are for. Holds native memory until closed;
 * safe to use from several threads.
 *
 * <p>A crop's embedding does not depend on the crops that come with it, beyond float32 rounding.
 */
public final class FaceEmbedder implements CropEmbedder, AutoCloseable {

    /** Crops that go through the network together: enough for full speed, a quarter of the memory of 32. */
    private static final int BATCH = 8;

    /** About as much around a face as a box with the article's margin has: 1.13 heights of MTCNN's box. */
    private static final double ALIGNED_PADDING = 0.3;

    private final String name;
    private final EmbedderCard card;
    private final CropRecipe recipe;
    private final Standardisation standardisation;
    private final String sha256;
    private final Precision precision;
    private final Network network;

    private FaceEmbedder(EmbedderWeights weights, Precision precision) {
        this.name = weights.name();
        this.card = weights.card();
        this.recipe = recipe(card);
        this.standardisation = switch (card.architecture()) {
            case INCEPTION_RESNET_V1 -> Standardisation.FIXED;
            case DLIB_RESNET -> Standardisation.DLIB;
        };
        this.sha256 = weights.states().sha256();
        this.precision = precision;
        NetworkForm form = precision.form();
        this.network = switch (card.architecture()) {
            case INCEPTION_RESNET_V1 -> Network.inceptionResnetV1(weights.states(), form);
            case DLIB_RESNET -> Network.dlibResnet(weights.states(), form);
        };
    }

    private FaceEmbedder(FaceEmbedder other, CropRecipe recipe) {
        this.name = other.name;
        this.card = other.card;
        this.recipe = recipe;
        this.standardisation = other.standardisation;
        this.sha256 = other.sha256;
        this.precision = other.precision;
        this.network = other.network;
    }

    /**
     * The same network, which ends with this one, on aligned crops: for one that was trained on boxes an experiment,
     * whose worth is to be measured; for one that wants them, itself.
     */
    public FaceEmbedder aligned() {
        return recipe instanceof AlignedCrop ? this
                : new FaceEmbedder(this, new AlignedCrop(recipe.imageSize(), ALIGNED_PADDING));
    }

    /** How a face has to be cut out for an embedder of that card. */
    public static CropRecipe recipe(EmbedderCard card) {
        return switch (card.crop().kind()) {
            case BOX -> Crop.of(card.crop().size(), (int) card.crop().border());
            case FIVE_POINTS -> new AlignedCrop(card.crop().size(), card.crop().border());
        };
    }

    /**
     * An embedder with the published vggface2 weights if they were fetched, else with dlib's if those were, else with
     * the small ones that come with the library; {@link #name} tells which.
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
        return load(choice, Precision.FLOAT32);
    }

    /**
     * As the other, in a precision of choice.
     *
     * @throws IllegalArgumentException also if this processor lacks it
     */
    public static FaceEmbedder load(String choice, Precision precision) {
        return of(EmbedderWeights.of(choice, ModelStore.ofUser()), precision);
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

    /**
     * An embedder with these weights, in float32. It has embedded a synthetic picture when it is returned.
     *
     * @throws IllegalArgumentException if the weights are of another network, or give numbers that they should not
     */
    public static FaceEmbedder of(EmbedderWeights weights) {
        return of(weights, Precision.FLOAT32);
    }

    /**
     * As the other, in a precision of choice.
     *
     * @throws IllegalArgumentException also if this processor lacks it
     */
    public static FaceEmbedder of(EmbedderWeights weights, Precision precision) {
        return SelfTest.passed(new FaceEmbedder(weights, precision));
    }

    /** As the other, with weights of InceptionResnetV1; {@code name} is what to call them in captions. */
    public static FaceEmbedder of(String name, StateDict states) {
        return of(new EmbedderWeights(name, states,
                name.equals(ShippedWeights.NAME) ? EmbedderCard.DEMO : EmbedderCard.ARTICLE));
    }

    /** What the model is called in captions. */
    public String name() {
        return name;
    }

    /** The SHA-256 of the weights, as {@link StateDict#sha256} gives it. */
    public String sha256() {
        return sha256;
    }

    /** The format of numbers in which the network computes. */
    public Precision precision() {
        return precision;
    }

    /** What is to be known of the model: its network, crop, threshold and the range of its similarities. */
    public EmbedderCard card() {
        return card;
    }

    /** How a face has to be cut out: {@code photos.detect(mtcnn.cutting(embedder.recipe()))}. */
    @Override
    public CropRecipe recipe() {
        return recipe;
    }

    /** What becomes of a crop's pixels before the network. */
    public Standardisation standardisation() {
        return standardisation;
    }

    /** The cosine similarity from which on to take two faces for one person's, to begin with, by the model's card. */
    public Threshold suggestedThreshold() {
        return Threshold.cosine(card.threshold());
    }

    /**
     * {@inheritDoc}
     *
     * @param crops cut out by {@link #recipe}; only their size can be checked here
     * @return unit vectors, of 512 or 128 numbers: see {@link #card}
     * @throws java.util.concurrent.CancellationException if the current thread is interrupted, between batches
     */
    @Override
    public List<Embedding> embed(List<RgbImage> crops) {
        List<Embedding> embeddings = new ArrayList<>(crops.size());
        for (int start = 0; start < crops.size(); start += BATCH) {
            Interruption.check(start, crops.size(), "faces");
            List<RgbImage> batch = crops.subList(start, Math.min(start + BATCH, crops.size()));
            batch.forEach(this::checkSize);
            FloatTensor output = network.run(standardisation.toTensor(batch)).get(0); // [N, d]
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

    /**
     * Embeds the face found in a photo, so that two photos compare in one line:
     * {@code Cosine.similarity(embedder.embed(mtcnn.find(one)), embedder.embed(mtcnn.find(other)))}.
     *
     * @throws IllegalStateException if there is no face; the message says why
     * @throws IllegalArgumentException if it was cut out for another embedder
     */
    public Embedding embed(FaceOutcome found) {
        found.recipe().ifPresent(this::check);
        return embed(found.requireCrop());
    }

    private void checkSize(RgbImage crop) {
        int size = recipe.imageSize();
        if (crop.width() != size || crop.height() != size) {
            throw new IllegalArgumentException(
                    "crop: expected %1$sx%1$s pixels (%2$s), found %3$sx%4$s; cut it out by recipe()"
                            .formatted(size, recipe.describe(), crop.width(), crop.height()));
        }
    }

    @Override
    public void close() {
        network.close();
    }

    @Override
    public String toString() {
        return "FaceEmbedder with " + name + ": two faces are one person's at " + suggestedThreshold();
    }
}
