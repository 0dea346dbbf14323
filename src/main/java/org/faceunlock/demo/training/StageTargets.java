package org.faceunlock.demo.training;

import java.util.Arrays;

/**
 * What a stage of the cascade should say of each window of a batch.
 *
 * @param kinds what each window shows, {@code [N]}
 * @param boxes regression to the true box, {@code [N, 4]}: how far each edge is off, in sides of the window; counts for
 *     {@link Kind#FACE} and {@link Kind#PART}
 * @param landmarks five x, then five y, in sides of the window from its upper left corner, {@code [N, 10]}; counts for
 *     {@link Kind#LANDMARKS}, and may be empty when there is none
 */
public record StageTargets(Kind[] kinds, float[] boxes, float[] landmarks) {

    /** What a window shows; each kind teaches something else (Zhang et al. 2016, section II-D). */
    public enum Kind {
        /** A face, well framed: probability and box. */
        FACE,
        /** No face, or hardly any of one: probability. */
        NONE,
        /** Too much of a face to be none and too little to be one: box. */
        PART,
        /** A face with known landmarks. */
        LANDMARKS
    }

    public StageTargets {
        kinds = kinds.clone();
        boxes = boxes.clone();
        landmarks = landmarks.clone();
        boolean marked = Arrays.asList(kinds).contains(Kind.LANDMARKS);
        if (boxes.length != 4 * kinds.length
                || landmarks.length != 10 * kinds.length && (marked || landmarks.length != 0)) {
            throw new IllegalArgumentException(
                    "targets: expected 4 box and 10 landmark numbers for each of %s windows, found %s and %s"
                            .formatted(kinds.length, boxes.length, landmarks.length));
        }
    }

    int size() {
        return kinds.length;
    }

    /** 1 where the window is of one of the kinds, else 0. */
    float[] mask(Kind... wanted) {
        float[] mask = new float[kinds.length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = Arrays.asList(wanted).contains(kinds[i]) ? 1 : 0;
        }
        return mask;
    }
}
