package org.faceunlock.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.faceunlock.embed.CropEmbedder;
import org.faceunlock.embed.EmbeddedFace;
import org.faceunlock.embed.Embedding;
import org.faceunlock.embed.Embeddings;
import org.faceunlock.image.CropRecipe;
import org.faceunlock.image.FaceOutcome;
import org.faceunlock.image.FaceStatus;
import org.faceunlock.image.PhotoResult;
import org.faceunlock.image.RgbImage;

/**
 * What became of the photos offered for enrolment: every one is either among the faces or rejected with a reason.
 *
 * @param faces those that are enrolled, in order
 * @param rejected the others, in order; first those without a usable face, then those without usable numbers
 * @param recipe how the faces were cut out of their photos, all alike; empty where that is not known
 */
public record Enrolment(Embeddings faces, List<NotEnrolled> rejected, Optional<CropRecipe> recipe) {

    public Enrolment {
        rejected = List.copyOf(rejected);
    }

    /** Embeds the usable faces of those rows in one batch. */
    static Enrolment of(Iterable<PhotoResult> rows, FaceUnlock.Builder setting) {
        List<NotEnrolled> rejected = new ArrayList<>();
        List<PhotoResult> usable = new ArrayList<>();
        List<RgbImage> crops = new ArrayList<>();
        Optional<CropRecipe> recipe = Optional.empty();
        for (PhotoResult row : rows) {
            FaceOutcome outcome = setting.usable(row.outcome());
            if (outcome.status() == FaceStatus.FACE) {
                outcome.recipe().ifPresent(setting.embedder()::check);
                recipe = same(recipe, outcome.recipe());
                usable.add(row);
                outcome.crop().ifPresent(crops::add);
            } else {
                rejected.add(new NotEnrolled(row.file(), Rejection.of(outcome)));
            }
        }
        List<EmbeddedFace> faces = new ArrayList<>();
        List<Embedding> embeddings = crops.isEmpty() ? List.of() : embedAll(setting.embedder(), crops);
        for (int face = 0; face < embeddings.size(); face++) {
            PhotoResult row = usable.get(face);
            faces.add(EmbeddedFace.of(row.file(), row.person(), embeddings.get(face)));
        }
        return of(faces, rejected, recipe);
    }

    /** The recipe of two crops that are to be compared; crops of two recipes are not. */
    static Optional<CropRecipe> same(Optional<CropRecipe> enrolled, Optional<CropRecipe> other) {
        if (enrolled.isPresent() && other.isPresent() && !enrolled.equals(other)) {
            throw new IllegalArgumentException(("photos: expected faces all cut out by %s, as the first enrolled,"
                    + " found one cut out by %s; detect all with one detector").formatted(enrolled.get().describe(),
                    other.get().describe()));
        }
        return enrolled.or(() -> other);
    }

    /** Sorts out faces whose numbers cannot be compared. */
    static Enrolment of(List<EmbeddedFace> offered, List<NotEnrolled> already, Optional<CropRecipe> recipe) {
        List<NotEnrolled> rejected = new ArrayList<>(already);
        List<EmbeddedFace> faces = new ArrayList<>();
        for (EmbeddedFace face : offered) {
            if (Template.hasDirection(face.embedding())) {
                faces.add(face);
            } else {
                rejected.add(new NotEnrolled(face.file(), Rejection.INVALID_EMBEDDING));
            }
        }
        if (faces.isEmpty()) {
            throw new EnrolmentException(rejected);
        }
        return new Enrolment(Embeddings.of(faces), rejected, recipe);
    }

    /** Embeds, and holds the embedder to its promise. */
    static List<Embedding> embedAll(CropEmbedder embedder, List<RgbImage> crops) {
        List<Embedding> embeddings = embedder.embed(List.copyOf(crops));
        if (embeddings.size() != crops.size()) {
            throw new IllegalStateException("embedder: expected %s embeddings for as many crops, found %s"
                    .formatted(crops.size(), embeddings.size()));
        }
        return embeddings;
    }
}
