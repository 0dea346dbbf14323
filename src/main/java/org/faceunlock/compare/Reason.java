package org.faceunlock.compare;

import org.faceunlock.image.FaceStatus;

/** Why an attempt unlocked or stayed locked. */
public enum Reason {
    /** The one reason to unlock: the similarity reaches the threshold. */
    MATCH,
    /** The similarity is below the threshold. */
    NON_MATCH,
    /** There is no face in the photo. */
    NO_FACE,
    /** There are several faces, and it is not for the lock to choose. */
    SEVERAL_FACES,
    /** The face is too small to be cut out. */
    TOO_SMALL,
    /** The file is not a photo that can be read. */
    UNREADABLE,
    /** There is no such file. */
    MISSING_FILE,
    /** The network's numbers are not finite, or all zero, so that they have no direction to compare. */
    INVALID_EMBEDDING;

    /** What a photo without a usable face is kept locked for. */
    static Reason of(FaceStatus status) {
        return switch (status) {
            case NO_FACE -> NO_FACE;
            case SEVERAL_FACES -> SEVERAL_FACES;
            case TOO_SMALL -> TOO_SMALL;
            case UNREADABLE -> UNREADABLE;
            case FACE -> throw new IllegalArgumentException("status: expected one without a face, found FACE");
        };
    }
}
