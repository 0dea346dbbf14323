package org.faceunlock.image;

import java.nio.file.Path;
import java.util.List;

/** Finds the one face of a photo that counts; {@code detect.Mtcnn} is one. */
@FunctionalInterface
public interface FaceDetector {

    /** Looks at one photo; a photo without a usable face is an outcome, never an exception. */
    FaceOutcome find(RgbImage photo);

    /**
     * Looks at the photo in a file, read by {@link PhotoReader#DEFAULT}; a file that is missing or cannot be read is an
     * outcome too. Where there is no face the reason begins with the file.
     */
    default FaceOutcome find(Path file) {
        FaceOutcome found;
        try {
            found = FaceOutcome.of(PhotoReader.DEFAULT.read(file), this);
        } catch (UnreadablePhotoException e) {
            found = FaceOutcome.without(FaceStatus.UNREADABLE, List.of(), e.reason());
        }
        return found.status() == FaceStatus.FACE
                ? found : FaceOutcome.without(found.status(), found.detections(), file + ": " + found.reason());
    }

    /**
     * A detector that finds the same faces and cuts them out by that recipe, as an embedder wants them. One that knows
     * a single way to cut is given back as it is; its outcomes tell their recipe.
     */
    default FaceDetector cutting(CropRecipe recipe) {
        return this;
    }
}
