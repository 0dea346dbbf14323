package org.faceunlock.demo.training;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.faceunlock.demo.people.Truth;
import org.faceunlock.demo.training.StageTargets.Kind;
import org.faceunlock.detect.WindowTargets;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.BoxEnd;
import org.faceunlock.geometry.Overlap;

/**
 * What a network should say of one window.
 *
 * <p>Overlaps are IoU with the square around the true box, of its longer side, for that is what the cascade hands on; a
 * square cannot overlap a face of common proportions by more than 0.75. Thresholds of Zhang et al. 2016: a face from
 * {@value #FACE}, a part of one from {@value #PART}, none below {@value #NONE}; what lies between teaches nothing.
 *
 * @param kind face, part or none
 * @param shift of the box, {@code [4]}; zeros for none
 * @param marks landmarks, {@code [10]}; zeros for none
 */
record WindowLabel(Kind kind, float[] shift, float[] marks) {

    static final double FACE = 0.65;
    static final double PART = 0.4;
    static final double NONE = 0.3;

    private static final WindowLabel NOTHING = new WindowLabel(Kind.NONE, new float[4], new float[10]);

    /** The label of a window in a picture with these faces; empty when the window is too ambiguous to teach. */
    static Optional<WindowLabel> of(Box window, List<Truth> faces, BoxEnd end) {
        Optional<Truth> nearest = faces.stream().max(Comparator.comparingDouble(face -> overlap(window, face)));
        double overlap = nearest.map(face -> overlap(window, face)).orElse(0.0);
        if (overlap < NONE) {
            return Optional.of(NOTHING);
        }
        return overlap < PART ? Optional.empty() : nearest.map(face -> new WindowLabel(
                overlap < FACE ? Kind.PART : Kind.FACE, WindowTargets.shift(window, face.box(), end),
                WindowTargets.marks(window, face.landmarks())));
    }

    static double overlap(Box window, Truth face) {
        return Overlap.IOU.of(window, square(face.box()), BoxEnd.EXCLUSIVE);
    }

    /** The square around the same centre with the longer side of a box. */
    static Box square(Box box) {
        double half = Math.max(box.width(), box.height()) / 2;
        double x = box.centre().x();
        double y = box.centre().y();
        return new Box(x - half, y - half, x + half, y + half);
    }
}
