package org.faceunlock.plot;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.faceunlock.compare.SimilarityMatrix;
import org.faceunlock.embed.Embeddings;
import org.faceunlock.evaluate.GreyZone;
import org.faceunlock.evaluate.Interval;
import org.faceunlock.evaluate.OperatingPoint;
import org.faceunlock.evaluate.PairScores;
import org.faceunlock.evaluate.Rate;
import org.faceunlock.evaluate.VerificationScores;

/** The panels of a {@link ThresholdBoard}, and where they lie: a line of errors, three charts, and below them three. */
final class BoardPanels {

    private static final int COLUMN = 400;
    private static final int CHART = 300;
    private static final int GAP = 20;
    private static final int HEAD = 58;
    private static final int NAME = 24;

    static final int WIDTH = 3 * COLUMN + 2 * GAP;
    static final int HEIGHT = HEAD + 2 * NAME + CHART + GAP + COLUMN;

    private final List<Panel> panels = new ArrayList<>();

    /** A panel and its upper left corner. */
    private record Panel(String name, Layers layers, int x, int y) {
    }

    BoardPanels(Embeddings embeddings, Faces faces, Optional<GreyZone> zone) {
        VerificationScores scores = PairScores.of(embeddings).scores();
        SimilarityMatrix matrix = SimilarityMatrix.of(embeddings);
        RankedPairs pairs = RankedPairs.of(matrix, faces.people());
        ErrorCurves curves = ErrorCurves.of(scores);
        panels.add(new Panel("", head(scores, zone), 0, 0));
        add("How similar the pairs are", ScoreHistogram.of(scores).layers(COLUMN, CHART), 0);
        add("Both errors at every threshold", zone.map(curves::withGreyZone).orElse(curves).layers(COLUMN, CHART), 0);
        add("One error against the other (DET)", DetCurve.of("photo with photo", scores).layers(COLUMN, CHART), 0);
        add("Each photo with each, accepted ones in full colour", SimilarityHeatmap.of(matrix)
                .with(faces, "", "").layers(COLUMN), 1);
        add("Who matches whom", SimilarityGraph.of(matrix).with(faces, "", "").layers(COLUMN, pairs), 1);
        add("The wrong pairs", WrongPairs.of(matrix).with(faces, "", "").layers(COLUMN, pairs), 1);
    }

    private void add(String name, Layers layers, int row) {
        int column = (panels.size() - 1) % 3;
        panels.add(new Panel(name, layers, column * (COLUMN + GAP), HEAD + NAME + row * (CHART + NAME + GAP)));
    }

    void drawStill(Graphics2D g) {
        TextStyle names = TextStyle.bold(13);
        for (Panel panel : panels) {
            PlacedText.leftAt(panel.name(), names, Palette.TEXT, panel.x() + 4.0, panel.y() - NAME / 2.0).draw(g);
            Graphics2D part = (Graphics2D) g.create();
            part.translate(panel.x(), panel.y());
            panel.layers().still().accept(part);
            part.dispose();
        }
    }

    void drawMoving(Graphics2D g, double threshold) {
        for (Panel panel : panels) {
            Graphics2D part = (Graphics2D) g.create();
            part.translate(panel.x(), panel.y());
            panel.layers().moving().accept(part, threshold);
            part.dispose();
        }
    }

    /** The errors in words and counts. */
    private static Layers head(VerificationScores scores, Optional<GreyZone> zone) {
        TextStyle large = TextStyle.bold(18);
        TextStyle small = TextStyle.plain(13);
        return new Layers(WIDTH, HEAD, g -> { }, (g, threshold) -> {
            OperatingPoint at = scores.at(threshold);
            PlacedText.leftAt("threshold " + NumberFormats.fixed(threshold, 3), large, Palette.TEXT, 4, 14).draw(g);
            PlacedText.leftAt("FMR " + percent(at.falseMatch()), large, ScoreHistogram.NON_MATED,
                    COLUMN - 160.0, 14).draw(g);
            PlacedText.leftAt("FNMR " + percent(at.falseNonMatch()), large, ScoreHistogram.MATED,
                    2.0 * COLUMN - 60, 14).draw(g);
            PlacedText.leftAt(zone.map(known -> String.format(Locale.ROOT, "a similarity of %.3f is %s", threshold,
                    known.verdict(threshold))).orElse(""), small, Palette.MUTED, 4, 40).draw(g);
            PlacedText.leftAt(count(at.falseMatch(), "pairs of different people are accepted"), small, Palette.MUTED,
                    COLUMN - 160.0, 40).draw(g);
            PlacedText.leftAt(count(at.falseNonMatch(), "pairs of one person are refused"), small, Palette.MUTED,
                    2.0 * COLUMN - 60, 40).draw(g);
        });
    }

    private static String percent(Rate rate) {
        Interval interval = rate.interval(Interval.USUAL_CONFIDENCE);
        return String.format(Locale.ROOT, "%.2f %% (%.2f to %.2f)", 100 * rate.value(), 100 * interval.lower(),
                100 * interval.upper());
    }

    private static String count(Rate rate, String what) {
        return String.format(Locale.ROOT, "%,d of %,d %s", rate.events(), rate.trials(), what);
    }
}
