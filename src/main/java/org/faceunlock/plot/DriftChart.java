package org.faceunlock.plot;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.faceunlock.evaluate.Robustness;

/**
 * How similar photos stay to themselves when something happens to them: for each perturbation a line from the least
 * similar photo to the most similar one, the mean as a dot, and how many decisions survive.
 */
public final class DriftChart extends TitledFigure<DriftChart> {

    private static final double NAMES = 190;
    private static final double WIDTH = 460;
    private static final double COUNTS = 110;
    private static final double ROW = 22;
    private static final double AXIS = 44;

    private final Robustness robustness;
    private final OptionalDouble threshold;

    private DriftChart(Robustness robustness, OptionalDouble threshold, String title, String caption) {
        super("drift of similarity", title, caption);
        this.robustness = robustness;
        this.threshold = threshold;
    }

    /** The chart of what was tried, at least one trial. */
    public static DriftChart of(Robustness robustness) {
        if (robustness.trials().isEmpty()) {
            throw new IllegalArgumentException("robustness: expected a trial or more, found none; was a face found?");
        }
        return new DriftChart(robustness, OptionalDouble.empty(), "How similar a photo stays to itself", "");
    }

    /** A line at this threshold. */
    public DriftChart withThreshold(double value) {
        return new DriftChart(robustness, OptionalDouble.of(value), title, caption);
    }

    @Override
    DriftChart with(String newTitle, String newCaption) {
        return new DriftChart(robustness, threshold, newTitle, newCaption);
    }

    @Override
    Page page() {
        List<String> names = robustness.trials().stream().map(Robustness.Trial::perturbation).distinct().toList();
        double low = Math.min(0, Chart.below(robustness.trials().stream().mapToDouble(Robustness.Trial::similarity)
                .filter(Double::isFinite).min().orElse(0)));
        double bottom = names.size() * ROW;
        return Page.around(NAMES + WIDTH + COUNTS, bottom + AXIS, title, caption).showing(g -> {
            drawAxis(g, low, bottom);
            for (int row = 0; row < names.size(); row++) {
                drawRow(g, names.get(row), low, (row + 0.5) * ROW);
            }
        });
    }

    private static double x(double similarity, double low) {
        return NAMES + (similarity - low) / (1 - low) * WIDTH;
    }

    private void drawAxis(Graphics2D g, double low, double bottom) {
        Ticks ticks = Ticks.between(low, 1, 8);
        g.setStroke(new BasicStroke(0.75f));
        for (int tick = 0; tick < ticks.values().size(); tick++) {
            double x = x(ticks.values().get(tick), low);
            g.setColor(Palette.GRID);
            g.draw(new Line2D.Double(x, 0, x, bottom));
            PlacedText.centredAt(ticks.label(tick), TextStyle.plain(11), Palette.TEXT, x, bottom + 12).draw(g);
        }
        PlacedText.centredAt("similarity with the photo as it was (cosine)", TextStyle.plain(12), Palette.MUTED,
                NAMES + WIDTH / 2, bottom + 32).draw(g);
        PlacedText.rightAt("decisions that survive", TextStyle.plain(12), Palette.MUTED, NAMES + WIDTH + COUNTS,
                bottom + 32).draw(g);
        threshold.ifPresent(value -> {
            g.setColor(Palette.TEXT);
            g.setStroke(new BasicStroke(1.2f));
            g.draw(new Line2D.Double(x(value, low), 0, x(value, low), bottom));
        });
    }

    private void drawRow(Graphics2D g, String name, double low, double y) {
        TextStyle letters = TextStyle.plain(12);
        PlacedText.rightAt(letters.fit(name, NAMES - 10), letters, Palette.TEXT, NAMES - 10, y).draw(g);
        PlacedText.rightAt(robustness.survived(name).events() + " of " + robustness.survived(name).trials(), letters,
                Palette.TEXT, NAMES + WIDTH + COUNTS, y).draw(g);
        double[] found = robustness.trials().stream().filter(trial -> trial.perturbation().equals(name))
                .mapToDouble(Robustness.Trial::similarity).filter(Double::isFinite).sorted().toArray();
        if (found.length > 0) {
            double mean = Arrays.stream(found).average().orElseThrow();
            g.setColor(ScoreHistogram.MATED);
            g.fill(new Rectangle2D.Double(x(found[0], low), y - 1, x(found[found.length - 1], low) - x(found[0], low),
                    2));
            g.fill(new Ellipse2D.Double(x(mean, low) - 5, y - 5, 10, 10));
        }
    }
}
