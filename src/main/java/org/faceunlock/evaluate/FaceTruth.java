package org.faceunlock.evaluate;

import java.util.Objects;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.Landmarks;

/**
 * Where a face really is in a photo.
 *
 * @param box around the face, in pixels of the photo
 * @param landmarks its five points
 */
public record FaceTruth(Box box, Landmarks landmarks) {

    public FaceTruth {
        Objects.requireNonNull(box, "box");
        Objects.requireNonNull(landmarks, "landmarks");
    }
}
