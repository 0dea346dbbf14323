package org.faceunlock.image;

/** Finds the one face of a photo that counts; {@code detect.Mtcnn} is one. */
@FunctionalInterface
public interface FaceDetector {

    /** Looks at one photo; a photo without a usable face is an outcome, never an exception. */
    FaceOutcome find(RgbImage photo);
}
