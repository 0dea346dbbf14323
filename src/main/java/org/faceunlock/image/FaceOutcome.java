package org.faceunlock.image;

import java.util.List;
import java.util.Optional;
import org.faceunlock.geometry.Detection;

/**
 * What a {@link FaceDetector} found in one photo.
 *
 * @param status what became of the photo
 * @param detections every face found, in the finder's order; empty when there is none
 * @param face the face that counts; present exactly when the status is {@link FaceStatus#FACE}
 * @param crop that face, cut out and resized for the embedder; present exactly when {@code face} is
 * @param recipe how it was cut out; present exactly when {@code face} is
 * @param reason one line for a person to read: why there is no face, or what was done to find it; empty for a face that
 *     was found at once
 */
public record FaceOutcome(
        FaceStatus status,
        List<Detection> detections,
        Optional<Detection> face,
        Optional<RgbImage> crop,
        Optional<CropRecipe> recipe,
        String reason) {

    public FaceOutcome {
        detections = List.copyOf(detections);
        boolean found = status == FaceStatus.FACE;
        if (face.isPresent() != found || crop.isPresent() != found || recipe.isPresent() != found) {
            throw new IllegalArgumentException(
                    ("outcome: expected a face, its crop and the recipe exactly when the status is FACE, "
                            + "found status %s, face %s, crop %s, recipe %s")
                            .formatted(status, face.isPresent(), crop.isPresent(), recipe.isPresent()));
        }
    }

    /** What a finder makes of a photo; one that is too large for Java's heap is an outcome too, and says so. */
    public static FaceOutcome of(RgbImage photo, FaceDetector finder) {
        try {
            return finder.find(photo);
        } catch (OutOfMemoryError e) {
            return without(FaceStatus.UNREADABLE, List.of(), MemoryWanted.by(photo.width(), photo.height()));
        }
    }

    /**
     * The crop of the face that counts.
     *
     * @throws IllegalStateException if there is none; its message is the reason
     */
    public RgbImage requireCrop() {
        return crop.orElseThrow(() -> new IllegalStateException(
                reason.isBlank() ? "expected a photo with a face, found status " + status : reason));
    }

    /** The face that counts and its crop, cut out by {@link Crop#DEFAULT}. */
    public static FaceOutcome face(List<Detection> detections, Detection face, RgbImage crop) {
        return face(detections, face, crop, Crop.DEFAULT);
    }

    /** The face that counts, its crop, and how that was cut out. */
    public static FaceOutcome face(List<Detection> detections, Detection face, RgbImage crop, CropRecipe recipe) {
        return new FaceOutcome(FaceStatus.FACE, detections, Optional.of(face), Optional.of(crop),
                Optional.of(recipe), "");
    }

    /** How fit the face that counts is to be compared; empty when there is none. */
    public Optional<FaceQuality> quality() {
        return face.flatMap(one -> crop.map(pixels -> FaceQuality.of(one, pixels)));
    }

    /** No face that counts, and why. */
    public static FaceOutcome without(FaceStatus status, List<Detection> detections, String reason) {
        return new FaceOutcome(status, detections, Optional.empty(), Optional.empty(), Optional.empty(), reason);
    }
}
