package org.faceunlock.image;

/** Is told after each photo of {@link ImageFolder#detect(FaceDetector, DetectionProgress)}, on the caller's thread. */
@FunctionalInterface
public interface DetectionProgress {

    /**
     * One more photo was looked at.
     *
     * @param done how many so far, from 1 to {@code total}
     * @param total how many there are
     * @param row what became of the latest
     */
    void after(int done, int total, PhotoResult row);
}
