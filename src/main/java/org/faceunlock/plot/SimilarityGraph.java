package org.faceunlock.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.faceunlock.compare.SimilarityMatrix;

/**
 * The faces around a circle, person by person, and a line between every two that a threshold accepts: short blue ones
 * along the rim between photos of one person, orange ones across it between two people. Photos of one person that are
 * refused are joined by dots.
 *
 * <p>Of each kind of line at most {@value #MOST_LINES} are drawn, the most telling first; the caption of the figure
 * says when there are more.
 */
public final class SimilarityGraph extends FaceFigure<SimilarityGraph> {

    static final int MOST_LINES = 400;

    private static final int SIDE = 640;
    private static final double LARGEST = 44;
    private static final double SMALLEST = 3;
    private static final BasicStroke THIN = new BasicStroke(1.2f);
    private static final BasicStroke DOTS = new BasicStroke(1.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1,
            new float[] {1, 4}, 0);

    private final SimilarityMatrix similarities;
    private final OptionalDouble threshold;

    private SimilarityGraph(
            SimilarityMatrix similarities, OptionalDouble threshold, Faces faces, String title, String caption) {
        super("similarity graph", faces, title, caption);
        this.similarities = similarities;
        this.threshold = threshold;
    }

    /** Dots around a circle, at least one, until they are given faces and people. */
    public static SimilarityGraph of(SimilarityMatrix similarities) {
        if (similarities.size() == 0) {
            throw new IllegalArgumentException("similarities: expected at least one face, found none");
        }
        return new SimilarityGraph(similarities, OptionalDouble.empty(), Faces.unknown(similarities.size()), "", "");
    }

    @Override
    SimilarityGraph with(Faces newFaces, String newTitle, String newCaption) {
        return new SimilarityGraph(similarities, threshold, newFaces, newTitle, newCaption);
    }

    /** Joins the pairs whose similarity is at least that. */
    public SimilarityGraph withThreshold(double value) {
        return new SimilarityGraph(similarities, OptionalDouble.of(value), faces, title, caption);
    }

    @Override
    Page page() {
        RankedPairs pairs = RankedPairs.of(similarities, faces.people());
        return layers(SIDE, pairs).page(title, captionAnd(threshold.isPresent()
                && pairs.falseMatches(threshold.getAsDouble()).size() > MOST_LINES
                ? "Of the lines between two people only the " + MOST_LINES + " most similar are drawn." : ""),
                threshold);
    }

    /** The faces stay, the lines move. */
    Layers layers(int side, RankedPairs pairs) {
        double size = Math.max(SMALLEST, Math.min(LARGEST, 0.9 * Math.PI * (side - LARGEST) / faces.count()));
        double radius = (side - 2 * size) / 2;
        List<Point2D> places = Stream.iterate(0, i -> i < faces.count(), i -> i + 1)
                .map(i -> at(side / 2.0, radius - size * 0.8, i)).toList();
        return new Layers(side, side, g -> drawFaces(g, side, radius + size * 0.1, size), (g, value) -> {
            draw(g, places, pairs.falseNonMatches(value), ScoreHistogram.MATED, DOTS, 255);
            draw(g, places, pairs.matches(value), ScoreHistogram.MATED, THIN, 200);
            draw(g, places, pairs.falseMatches(value), ScoreHistogram.NON_MATED, THIN, 160);
        });
    }

    private Point2D at(double centre, double radius, int index) {
        double angle = 2 * Math.PI * index / faces.count() - Math.PI / 2;
        return new Point2D.Double(centre + radius * Math.cos(angle), centre + radius * Math.sin(angle));
    }

    private void drawFaces(Graphics2D g, double side, double radius, double size) {
        PersonColours colours = PersonColours.of(faces.people());
        for (int index = 0; index < faces.count(); index++) {
            Point2D centre = at(side / 2, radius, index);
            Rectangle2D place = new Rectangle2D.Double(centre.getX() - size / 2, centre.getY() - size / 2, size, size);
            g.setColor(faces.hasPeople() ? colours.of(faces.people().get(index)) : Palette.MUTED);
            if (faces.hasPictures() && size >= 8) {
                g.fill(place);
                Thumbnail.of(faces.pictures().get(index), (int) Math.round(size * Page.SCALE)).draw(g,
                        new Rectangle2D.Double(place.getX() + 1, place.getY() + 1, size - 2, size - 2));
            } else {
                g.fill(new Ellipse2D.Double(place.getX(), place.getY(), size, size));
            }
        }
    }

    private static void draw(Graphics2D g, List<Point2D> places, List<RankedPairs.Pair> pairs, Color colour,
            BasicStroke stroke, int opacity) {
        g.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), opacity));
        g.setStroke(stroke);
        for (RankedPairs.Pair pair : pairs.subList(0, Math.min(MOST_LINES, pairs.size()))) {
            g.draw(new Line2D.Double(places.get(pair.row()), places.get(pair.column())));
        }
    }
}
