package org.faceunlock.image;

/** What became of one photo when a face was looked for in it. */
public enum FaceStatus {
    /** The one face that counts was found and cut out. */
    FACE,
    /** The photo was read, and no face was found in it. */
    NO_FACE,
    /** There is more than one face, and the policy accepts exactly one. */
    SEVERAL_FACES,
    /** A face was found whose crop would be empty or smaller than the policy accepts. */
    TOO_SMALL,
    /** The file could not be read as a photo; the reason says why. */
    UNREADABLE
}
