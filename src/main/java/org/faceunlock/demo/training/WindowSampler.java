package org.faceunlock.demo.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.faceunlock.demo.people.RenderedPhoto;
import org.faceunlock.demo.people.Truth;
import org.faceunlock.demo.training.StageTargets.Kind;
import org.faceunlock.detect.StageView;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.Point;

/**
 * Draws windows out of pictures by chance: around each face for faces and parts, at, in and beside faces and anywhere
 * for none. Immutable.
 */
record WindowSampler(CascadeStage stage) {

    /** Side of the smallest window: the smallest face that the detector looks for by default. */
    private static final double SMALLEST = 20;

    /** As {@link CascadeStage#reach}, of windows near a face. */
    private static final double FAR = 0.9;

    private static final int FACES = 6;
    private static final int PARTS = 4;
    private static final int NEAR = 5;
    private static final int ANYWHERE = 5;
    private static final int EMPTY = 14;
    private static final int ATTEMPTS = 60;

    /** Windows of one picture. */
    List<LabelledWindow> draw(RenderedPhoto photo, SplittableRandom random) {
        StageView view = StageView.of(photo.image());
        List<LabelledWindow> drawn = new ArrayList<>();
        for (Truth face : photo.truths()) {
            int[] wanted = {FACES, NEAR, PARTS}; // by Kind
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                double spread = attempt % 3 == 2 ? FAR : stage.reach();
                look(view, photo.truths(), near(face.box(), spread, random), random)
                        .filter(window -> wanted[window.label().kind().ordinal()]-- > 0).ifPresent(drawn::add);
            }
        }
        int anywhere = photo.truths().isEmpty() ? EMPTY : ANYWHERE;
        for (int i = 0; i < anywhere; i++) {
            look(view, photo.truths(), anywhere(view, random), random)
                    .filter(window -> window.label().kind() == Kind.NONE).ifPresent(drawn::add);
        }
        return drawn;
    }

    private static Box near(Box face, double spread, SplittableRandom random) {
        Box square = WindowLabel.square(face);
        double side = Math.max(SMALLEST, square.width() * Math.exp((2 * random.nextDouble() - 1) * spread));
        Point centre = square.centre();
        double x = centre.x() + spread * square.width() * (2 * random.nextDouble() - 1);
        double y = centre.y() + spread * square.width() * (2 * random.nextDouble() - 1);
        return new Box(x - side / 2, y - side / 2, x + side / 2, y + side / 2);
    }

    private static Box anywhere(StageView view, SplittableRandom random) {
        double largest = Math.min(view.width(), view.height());
        double side = SMALLEST * Math.pow(Math.max(1, largest / SMALLEST), random.nextDouble());
        double x = random.nextDouble() * Math.max(0, view.width() - side);
        double y = random.nextDouble() * Math.max(0, view.height() - side);
        return new Box(x, y, x + side, y + side);
    }

    private Optional<LabelledWindow> look(StageView view, List<Truth> faces, Box square, SplittableRandom random) {
        if (stage != CascadeStage.PROPOSE) {
            return square(view, faces, square);
        }
        double scale = StageView.PROPOSAL_SIDE / square.width();
        int column = (int) Math.round(square.x1() * scale);
        int row = (int) Math.round(square.y1() * scale);
        return view.proposal(scale, column, row)
                .flatMap(window -> WindowLabel.of(window, faces, stage.end()))
                .map(label -> LabelledWindow.of(label, view.proposalPixels(scale, column, row)));
    }

    /** A square as R-Net and O-Net see it; empty when it lies outside the picture or is too ambiguous to teach. */
    Optional<LabelledWindow> square(StageView view, List<Truth> faces, Box square) {
        return WindowLabel.of(square, faces, stage.end()).flatMap(label ->
                view.squarePixels(square, stage.side()).map(pixels -> LabelledWindow.of(label, pixels)));
    }
}
