package org.faceunlock.detect;

import org.faceunlock.geometry.BoxEnd;

/**
 * Moves boxes to where a network says the face is, in float32, which decides the pixels that the next network sees.
 *
 * <p>Two of the reference's three overlap conventions meet here: after P-Net widths have exclusive ends, after R-Net
 * and O-Net inclusive ones (facenet-pytorch 787da06, {@code detect_face} and {@code bbreg}).
 */
final class BoxRegression {

    private BoxRegression() {}

    /** Each edge shifted by its regression times the width or height of the box; scores stay. */
    static Candidates apply(Candidates candidates, BoxEnd end) {
        float[] from = candidates.boxes();
        float[] shift = candidates.regressions();
        float[] moved = new float[from.length];
        for (int i = 0; i < from.length; i += 4) {
            float width = end.length(from[i], from[i + 2]);
            float height = end.length(from[i + 1], from[i + 3]);
            moved[i] = from[i] + shift[i] * width;
            moved[i + 1] = from[i + 1] + shift[i + 1] * height;
            moved[i + 2] = from[i + 2] + shift[i + 2] * width;
            moved[i + 3] = from[i + 3] + shift[i + 3] * height;
        }
        return Candidates.of(moved, candidates.scores());
    }

    /** The squares around the same centres with the longer side of each box, as the next network looks at squares. */
    static Candidates square(Candidates candidates) {
        float[] from = candidates.boxes();
        float[] squares = new float[from.length];
        for (int i = 0; i < from.length; i += 4) {
            float width = from[i + 2] - from[i];
            float height = from[i + 3] - from[i + 1];
            float side = Math.max(width, height);
            squares[i] = from[i] + width * 0.5f - side * 0.5f;
            squares[i + 1] = from[i + 1] + height * 0.5f - side * 0.5f;
            squares[i + 2] = squares[i] + side;
            squares[i + 3] = squares[i + 1] + side;
        }
        return Candidates.of(squares, candidates.scores());
    }
}
