package org.faceunlock.plot;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.faceunlock.evaluate.OwnerScores;
import org.faceunlock.evaluate.OwnerScores.OwnerScore;

/**
 * Where the faces of a {@link SimilarityStrip} stand: above the axis the owner's, below it everybody else's, each at
 * its similarity and pushed away from the axis until it covers no other. Immutable.
 */
final class StripLayout {

    static final double WIDTH = 860;
    private static final double LARGEST = 60;
    private static final double SMALLEST = 16;
    private static final double ROOM = 2 * LARGEST * WIDTH;
    private static final double GAP = 5;
    private static final double STEM = 16;
    private static final double NUMBER = 15;
    private static final double LEAST_FOR_NUMBERS = 34;
    private static final double TENTHS = 10;

    private final OwnerScores scores;
    private final double low;
    private final double side;
    private final List<PlacedFace> faces = new ArrayList<>();
    private final double top;
    private final double bottom;

    /** A face's place: its number in the scores and its square, with y counted from the axis downward. */
    record PlacedFace(int index, Rectangle2D square) {
    }

    StripLayout(OwnerScores scores) {
        this.scores = scores;
        double lowest = comparable().mapToDouble(this::similarity).min().orElse(0);
        this.low = Math.min(0, Math.floor(TENTHS * lowest) / TENTHS);
        double fitting = Math.sqrt(ROOM / Math.max(1, comparable().count()));
        this.side = Math.max(SMALLEST, Math.min(LARGEST, fitting));
        place(true);
        place(false);
        this.top = faces.stream().mapToDouble(face -> face.square().getY()).min().orElse(0) - NUMBER;
        this.bottom = faces.stream().mapToDouble(face -> face.square().getMaxY()).max().orElse(0) + NUMBER;
    }

    private IntStream comparable() {
        return IntStream.range(0, scores.scores().size()).filter(face -> !Double.isNaN(similarity(face)));
    }

    private double similarity(int face) {
        return scores.scores().get(face).similarity();
    }

    private void place(boolean own) {
        List<Integer> rising = comparable().filter(face -> scores.scores().get(face).own() == own).boxed()
                .sorted(Comparator.comparingDouble(this::similarity)).toList();
        List<Double> ends = new ArrayList<>();
        for (int face : rising) {
            double left = x(similarity(face)) - side / 2;
            int level = 0;
            while (level < ends.size() && ends.get(level) + GAP > left) {
                level++;
            }
            if (level == ends.size()) {
                ends.add(left + side);
            } else {
                ends.set(level, left + side);
            }
            double away = STEM + level * (side + GAP + (hasNumbers() ? NUMBER : 0));
            double y = own ? -away - side : away + axisRoom();
            faces.add(new PlacedFace(face, new Rectangle2D.Double(left, y, side, side)));
        }
    }

    /** Below the axis stand its numbers and its name. */
    static double axisRoom() {
        return 42;
    }

    /** Where a similarity lies, from the left end of the axis. */
    double x(double similarity) {
        return WIDTH * (similarity - low) / (1 - low);
    }

    double low() {
        return low;
    }

    /** Faces are large enough for a number beside each. */
    boolean hasNumbers() {
        return side >= LEAST_FOR_NUMBERS;
    }

    /** The comparable faces, the owner's first, each kind by rising similarity. */
    List<PlacedFace> faces() {
        return List.copyOf(faces);
    }

    OwnerScore score(PlacedFace face) {
        return scores.scores().get(face.index());
    }

    /** Uppermost y, at most 0; the axis lies at 0. */
    double top() {
        return Math.min(top, -STEM);
    }

    /** Lowest y, at least that of the axis' name. */
    double bottom() {
        return Math.max(bottom, axisRoom());
    }

    /** How far a face at either end stands out beyond the axis. */
    double overhang() {
        return side / 2;
    }
}
