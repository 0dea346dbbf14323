package org.faceunlock.geometry;

/**
 * Whether the end of a box belongs to it, that is, whether a box from 3 to 5 is 2 or 3 pixels long.
 *
 * <p>{@link Box} is end exclusive. MTCNN was written for MATLAB, where ends are inclusive, and its port to Python kept
 * that in some places only; the cascade names the convention of each step so that its numbers stay those of the
 * reference.
 */
public enum BoxEnd {
    /** The end is the first pixel outside: length is end - start. */
    EXCLUSIVE(0),
    /** The end is the last pixel inside: length is end - start + 1. */
    INCLUSIVE(1);

    private final int extra;

    BoxEnd(int extra) {
        this.extra = extra;
    }

    /** The length in pixels from start to end; negative when the end lies before the start. */
    public float length(float start, float end) {
        return end - start + extra;
    }

    /** The length in pixels from start to end; negative when the end lies before the start. */
    public double length(double start, double end) {
        return end - start + extra;
    }
}
