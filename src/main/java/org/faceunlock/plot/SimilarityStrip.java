package org.faceunlock.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import java.util.Optional;
import org.faceunlock.embed.Threshold;
import org.faceunlock.evaluate.OwnerScores;
import org.faceunlock.evaluate.OwnerScores.OwnerScore;
import org.faceunlock.evaluate.Rate;

/**
 * Photos along a line, by their similarity with the owner of a lock: the owner's above, everybody else's below, and the
 * threshold across. A frame is green where the photo would open the lock, orange where it would not.
 *
 * <p>Made for 1 to about 100 photos; those without a similarity are left out, and the caption says so.
 */
public final class SimilarityStrip extends FaceFigure<SimilarityStrip> {

    private static final double TICK = 5;
    private static final double LANE_NAME = 22;

    private final OwnerScores scores;
    private final Optional<Threshold> threshold;

    private SimilarityStrip(
            OwnerScores scores, Optional<Threshold> threshold, Faces faces, String title, String caption) {
        super("similarity strip", faces, title, caption);
        this.scores = scores;
        this.threshold = threshold;
    }

    /** Grey squares at the similarities, until they are given faces: one a score, in the order of the scores. */
    public static SimilarityStrip of(OwnerScores scores) {
        return new SimilarityStrip(scores, Optional.empty(), Faces.unknown(scores.scores().size()), "", "");
    }

    @Override
    SimilarityStrip with(Faces newFaces, String newTitle, String newCaption) {
        return new SimilarityStrip(scores, threshold, newFaces, newTitle, newCaption);
    }

    /** Draws the threshold, colours the frames by it, and counts what it lets in. */
    public SimilarityStrip withThreshold(Threshold value) {
        return new SimilarityStrip(scores, Optional.of(value), faces, title, caption);
    }

    @Override
    Page page() {
        StripLayout layout = new StripLayout(scores);
        double width = StripLayout.WIDTH + 2 * layout.overhang();
        double height = layout.bottom() - layout.top() + 3 * LANE_NAME;
        return Page.around(width, height, title, captionAnd(missing(layout))).showing(g -> {
            g.translate(layout.overhang(), 2 * LANE_NAME - layout.top());
            threshold.ifPresent(value -> drawThreshold(g, layout, value));
            layout.faces().forEach(face -> drawStem(g, layout, face));
            drawAxis(g, layout);
            layout.faces().forEach(face -> drawFace(g, layout, face));
            drawNames(g, layout);
        });
    }

    private void drawAxis(Graphics2D g, StripLayout layout) {
        Ticks ticks = Ticks.between(layout.low(), 1, 10);
        TextStyle numbers = TextStyle.plain(11);
        g.setStroke(new BasicStroke(1.2f));
        g.setColor(Palette.LINE);
        g.draw(new Line2D.Double(0, 0, StripLayout.WIDTH, 0));
        for (int tick = 0; tick < ticks.values().size(); tick++) {
            double x = layout.x(ticks.values().get(tick));
            g.setColor(Palette.LINE);
            g.draw(new Line2D.Double(x, 0, x, TICK));
            drawOnPaper(g, PlacedText.centredAt(ticks.label(tick), numbers, Palette.TEXT, x, TICK + 9));
        }
        drawOnPaper(g, PlacedText.centredAt("similarity with the owner (cosine)", TextStyle.plain(12), Palette.MUTED,
                StripLayout.WIDTH / 2, StripLayout.axisRoom() - 10));
    }

    /** Text that hides the lines behind it. */
    private static void drawOnPaper(Graphics2D g, PlacedText text) {
        g.setColor(Palette.PAPER);
        g.fill(text.bounds());
        text.draw(g);
    }

    private void drawThreshold(Graphics2D g, StripLayout layout, Threshold value) {
        if (value.value() >= layout.low()) {
            double x = layout.x(value.value());
            g.setColor(Palette.TEXT);
            g.setStroke(new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {6, 4}, 0));
            g.draw(new Line2D.Double(x, layout.top(), x, layout.bottom()));
            PlacedText.centredAt("threshold " + NumberFormats.fixed(value.value(), 3), TextStyle.plain(11),
                    Palette.TEXT, x,
                    layout.top() - LANE_NAME / 2).draw(g);
        }
    }

    private Color frame(OwnerScore score) {
        return threshold.map(value -> value.accepts(score.similarity()) ? OverlayColour.UNLOCKED : OverlayColour.LOCKED)
                .map(OverlayColour::colour).orElse(Palette.LINE);
    }

    private void drawStem(Graphics2D g, StripLayout layout, StripLayout.PlacedFace face) {
        OwnerScore score = layout.score(face);
        double x = layout.x(score.similarity());
        g.setColor(frame(score));
        g.setStroke(new BasicStroke(1.2f));
        g.draw(new Line2D.Double(x, 0, x, score.own() ? face.square().getMaxY() : face.square().getY()));
    }

    private void drawFace(Graphics2D g, StripLayout layout, StripLayout.PlacedFace face) {
        OwnerScore score = layout.score(face);
        Rectangle2D square = face.square();
        g.setColor(Palette.GRID);
        g.fill(square);
        if (faces.hasPictures()) {
            int pixels = (int) Math.round(square.getWidth() * Page.SCALE);
            Thumbnail.of(faces.pictures().get(face.index()), pixels).draw(g, square);
        }
        g.setColor(frame(score));
        g.setStroke(new BasicStroke(3));
        g.draw(square);
        if (layout.hasNumbers()) {
            drawOnPaper(g, PlacedText.centredAt(NumberFormats.fixed(score.similarity(), 3), TextStyle.plain(10),
                    Palette.TEXT,
                    square.getCenterX(), score.own() ? square.getY() - 10 : square.getMaxY() + 10));
        }
    }

    private void drawNames(Graphics2D g, StripLayout layout) {
        TextStyle names = TextStyle.bold(13);
        String owner = scores.owner().isEmpty() ? "the owner" : scores.owner();
        double room = StripLayout.WIDTH;
        double left = -layout.overhang();
        PlacedText.leftAt(names.fit(owner + threshold.map(value -> counts(scores.ownAccepted(value))).orElse(""), room),
                names, Palette.TEXT, left, layout.top() - 3 * LANE_NAME / 2).draw(g);
        PlacedText.leftAt(names.fit("everybody else"
                        + threshold.map(value -> counts(scores.othersAccepted(value))).orElse(""), room),
                names, Palette.TEXT, left, layout.bottom() + LANE_NAME / 2).draw(g);
    }

    private static String counts(Rate accepted) {
        return accepted.trials() == 0 ? ": no photo to compare"
                : ": %s of %s would unlock".formatted(accepted.events(), accepted.trials());
    }

    private String missing(StripLayout layout) {
        int missing = scores.scores().size() - layout.faces().size();
        return missing == 0 ? "" : String.format(Locale.ROOT, "%,d photo(s) without a similarity left out.", missing);
    }
}
