package org.faceunlock.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.faceunlock.compare.SimilarityMatrix;

/**
 * The pairs of faces that a threshold decides wrongly, side by side with their similarities: two people that are
 * accepted, the most similar first, and one person that is refused, the least similar first, {@value #SHOWN} of each.
 */
public final class WrongPairs extends FaceFigure<WrongPairs> {

    static final int SHOWN = 6;

    private static final int COLUMNS = 3;
    private static final double GAP = 10;
    private static final double LINE = 18;
    private static final int SIDE = 640;

    private final SimilarityMatrix similarities;
    private final OptionalDouble threshold;

    private WrongPairs(
            SimilarityMatrix similarities, OptionalDouble threshold, Faces faces, String title, String caption) {
        super("wrong pairs", faces, title, caption);
        this.similarities = similarities;
        this.threshold = threshold;
    }

    /** Nothing yet: give it people, faces and a threshold. */
    public static WrongPairs of(SimilarityMatrix similarities) {
        return new WrongPairs(similarities, OptionalDouble.empty(), Faces.unknown(similarities.size()), "", "");
    }

    @Override
    WrongPairs with(Faces newFaces, String newTitle, String newCaption) {
        return new WrongPairs(similarities, threshold, newFaces, newTitle, newCaption);
    }

    /** The pairs that are wrong at this threshold. */
    public WrongPairs withThreshold(double value) {
        return new WrongPairs(similarities, OptionalDouble.of(value), faces, title, caption);
    }

    @Override
    Page page() {
        return layers(SIDE, RankedPairs.of(similarities, faces.people())).page(title, caption, threshold);
    }

    /** Everything moves; the thumbnails are made once. */
    Layers layers(int width, RankedPairs pairs) {
        double face = ((width + GAP) / COLUMNS - GAP) / 2;
        List<Thumbnail> pictures = faces.pictures().stream()
                .map(picture -> Thumbnail.of(picture, (int) Math.ceil(face * Page.SCALE))).toList();
        double half = LINE + SHOWN / COLUMNS * (face + LINE) + GAP;
        return new Layers(width, 2 * half, g -> { }, (g, value) -> {
            draw(g, pictures, face, 0, "Different people, accepted: ", pairs.falseMatches(value),
                    ScoreHistogram.NON_MATED);
            draw(g, pictures, face, half, "The same person, refused: ", pairs.falseNonMatches(value),
                    ScoreHistogram.MATED);
        });
    }

    private static void draw(Graphics2D g, List<Thumbnail> pictures, double face, double top, String what,
            List<RankedPairs.Pair> wrong, Color colour) {
        PlacedText.leftAt(what + (wrong.isEmpty() ? "none" : String.format(Locale.ROOT, "%,d", wrong.size())),
                TextStyle.bold(12), colour, 0, top + LINE / 2).draw(g);
        TextStyle numbers = TextStyle.plain(11);
        IntStream.range(0, Math.min(SHOWN, wrong.size())).forEach(i -> {
            RankedPairs.Pair pair = wrong.get(i);
            double x = i % COLUMNS * (2 * face + GAP);
            double y = top + LINE + i / COLUMNS * (face + LINE);
            g.setColor(Palette.GRID);
            g.fill(new Rectangle2D.Double(x, y, 2 * face, face));
            if (!pictures.isEmpty()) {
                pictures.get(pair.row()).draw(g, new Rectangle2D.Double(x, y, face, face));
                pictures.get(pair.column()).draw(g, new Rectangle2D.Double(x + face, y, face, face));
            }
            PlacedText.centredAt(pair.similarity() == Double.NEGATIVE_INFINITY ? "not comparable"
                    : NumberFormats.fixed(pair.similarity(), 3), numbers, Palette.TEXT, x + face, y + face + LINE / 2)
                    .draw(g);
        });
    }
}
