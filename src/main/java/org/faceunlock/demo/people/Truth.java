package org.faceunlock.demo.people;

import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.Landmarks;

/**
 * What is known exactly about one rendered face.
 *
 * @param identity seed of the person
 * @param box the face from mid-forehead to chin, as the published MTCNN draws it; may reach beyond the picture
 * @param landmarks eye centres, tip of the nose, corners of the mouth
 * @param pose how the head is turned
 */
public record Truth(long identity, Box box, Landmarks landmarks, Pose pose) {

    public Truth {
        if (box == null || landmarks == null || pose == null) {
            throw new IllegalArgumentException("truth: expected a box, landmarks and a pose, found null");
        }
    }
}
