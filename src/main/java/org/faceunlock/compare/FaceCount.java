package org.faceunlock.compare;

import org.faceunlock.image.FaceOutcome;
import org.faceunlock.image.FaceStatus;

/** How many faces a photo may show to be enrolled or to unlock. */
public enum FaceCount {
    /** One. A second face, somebody looking over a shoulder, keeps it locked whichever face the finder would choose. */
    EXACTLY_ONE,
    /** At least one; the face that the finder chose counts. */
    ANY;

    /** The outcome as this rule sees it. */
    FaceOutcome of(FaceOutcome found) {
        int faces = found.detections().size();
        return switch (this) {
            case EXACTLY_ONE -> found.status() == FaceStatus.FACE && faces > 1
                    ? FaceOutcome.without(FaceStatus.SEVERAL_FACES, found.detections(),
                            "expected exactly one face, found %s; show one face only".formatted(faces))
                    : found;
            case ANY -> found;
        };
    }
}
