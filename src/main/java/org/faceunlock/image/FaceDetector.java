package org.faceunlock.image;

/** Finds the one face of a photo that counts; {@code detect.Mtcnn} is one. */
@FunctionalInterface
public interface FaceDetector {

    /** Looks at one photo; a photo without a usable face is an outcome, never an exception. */
    FaceOutcome find(RgbImage photo);

    /**
     * A detector that finds the same faces and cuts them out by that recipe, as an embedder wants them. One that knows
     * a single way to cut is given back as it is; its outcomes tell their recipe.
     */
    default FaceDetector cutting(CropRecipe recipe) {
        return this;
    }
}
