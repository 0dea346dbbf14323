package org.faceunlock.geometry;

/**
 * One face that a detector found in a photo.
 *
 * @param box where the face is, in pixels of the upright photo
 * @param probability how sure the detector's last stage is, 0 to 1
 * @param landmarks five points in the face
 */
public record Detection(Box box, double probability, Landmarks landmarks) {

    public Detection {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability: expected 0 to 1, found " + probability);
        }
    }
}
