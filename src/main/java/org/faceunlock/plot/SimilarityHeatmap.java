package org.faceunlock.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.OptionalDouble;
import org.faceunlock.compare.SimilarityMatrix;

/**
 * A picture of how similar n faces are to one another: coloured cells with their numbers, the faces along both axes,
 * the people in brackets, a colour bar.
 *
 * <p>Made for 1 to about 100 faces: numbers and file names give way as cells get small, faces shrink with them. Of more
 * than {@value FaceSample#MOST} a sample is shown, and the caption says so. A cell without a value (NaN) is hatched.
 * Immutable: each {@code with...} returns a new heatmap.
 */
public final class SimilarityHeatmap extends FaceFigure<SimilarityHeatmap> {

    private static final double BAR_GAP = 26;
    private static final double LEAST_BAR = 130;
    private static final double MOST_BAR = 640;
    /** Room for the people's colours beside small cells. */
    private static final double STRIP = 8;

    private final SimilarityMatrix similarities;
    private final ColourScale scale;
    private final Optional<ValueRange> limits;
    private final OptionalDouble threshold;

    private SimilarityHeatmap(SimilarityMatrix similarities, Faces faces, ColourScale scale,
            Optional<ValueRange> limits, OptionalDouble threshold, String title, String caption) {
        super("similarity heatmap", faces, title, caption);
        this.similarities = similarities;
        this.scale = scale;
        this.limits = limits;
        this.threshold = threshold;
    }

    /** A heatmap of at least one face; the matrix's names label the rows while there is room. */
    public static SimilarityHeatmap of(SimilarityMatrix similarities) {
        if (similarities.size() == 0) {
            throw new IllegalArgumentException(
                    "similarities: expected at least one face, found none; was a face detected at all?");
        }
        Faces faces = Faces.unknown(similarities.size()).withFiles(similarities.names());
        return new SimilarityHeatmap(similarities, faces, ColourScale.QUIET, Optional.empty(),
                OptionalDouble.empty(), "", "");
    }

    @Override
    SimilarityHeatmap with(Faces newFaces, String newTitle, String newCaption) {
        return new SimilarityHeatmap(similarities, newFaces, scale, limits, threshold, newTitle, newCaption);
    }

    /** {@link ColourScale#QUIET} unless told. */
    public SimilarityHeatmap withScale(ColourScale given) {
        return new SimilarityHeatmap(similarities, faces, given, limits, threshold, title, caption);
    }

    /**
     * The similarities at the ends of the colour scale; what lies beyond takes the colour of the end. Unless told, the
     * scale's own: see {@link ColourScale}.
     */
    public SimilarityHeatmap withLimits(double low, double high) {
        return new SimilarityHeatmap(
                similarities, faces, scale, Optional.of(new ValueRange(low, high)), threshold, title, caption);
    }

    /**
     * Marks the pairs at or above a threshold: the others are faded, and wrong decisions are framed, two people
     * accepted in orange, one person refused in yellow.
     */
    public SimilarityHeatmap withThreshold(double value) {
        return new SimilarityHeatmap(
                similarities, faces, scale, limits, OptionalDouble.of(value), title, caption);
    }

    @Override
    Page page() {
        FaceSample sample = FaceSample.of(similarities.size());
        return sample.note().isEmpty() ? whole() : only(sample).whole();
    }

    private SimilarityHeatmap only(FaceSample sample) {
        double[][] values = sample.rows().stream().map(row -> sample.rows().stream()
                .mapToDouble(column -> similarities.get(row, column)).toArray()).toArray(double[][]::new);
        return new SimilarityHeatmap(SimilarityMatrix.of(sample.of(similarities.names()), values), faces.only(sample),
                scale, Optional.of(range()), threshold, title, captionAnd(sample.note()));
    }

    private Page whole() {
        HeatmapLayout layout = layout();
        ColourBar bar = colourBar(layout);
        double bottom = Math.max(layout.bottom(), bar.bounds().getMaxY());
        return Page.around(bar.bounds().getMaxX(), bottom, title, caption).showing(g -> {
            new HeatmapCells(similarities, layout, scale, range()).draw(g);
            threshold.ifPresent(value -> drawMarks(g, layout, new ThresholdMarks(similarities, faces.people())
                    .at(value)));
            drawAxes(g, layout);
            bar.draw(g);
        });
    }

    private static void drawMarks(Graphics2D g, HeatmapLayout layout, BufferedImage marks) {
        float frame = (float) layout.cells().size() / 8;
        g.setStroke(new BasicStroke(frame));
        for (int row = 0; row < marks.getHeight(); row++) {
            for (int column = 0; column < marks.getWidth(); column++) {
                Rectangle2D cell = layout.cell(row, column);
                g.setColor(new Color(marks.getRGB(column, row), true));
                if (g.getColor().getAlpha() == 255) {
                    g.draw(new Rectangle2D.Double(cell.getX() + frame / 2, cell.getY() + frame / 2,
                            cell.getWidth() - frame, cell.getHeight() - frame));
                } else {
                    g.fill(cell);
                }
            }
        }
    }

    /** Cells and people alone, small: these stay, and marks that a threshold makes are laid over them. */
    Layers layers(double side) {
        ThresholdMarks marks = new ThresholdMarks(similarities, faces.people());
        int size = similarities.size();
        double cell = (side - STRIP) / size;
        PersonColours colours = PersonColours.of(faces.people());
        Rectangle2D grid = new Rectangle2D.Double(STRIP, 0, side - STRIP, side - STRIP);
        return new Layers(side, side, g -> {
            place(g, cells(), grid);
            for (PersonRun run : PersonRun.of(faces.people())) {
                g.setColor(colours.of(run.person()));
                double from = run.first() * cell;
                double length = (run.end() - run.first()) * cell - 0.5;
                g.fill(new Rectangle2D.Double(0, from, STRIP - 2, length));
                g.fill(new Rectangle2D.Double(STRIP + from, side - STRIP + 2, length, STRIP - 2));
            }
        }, (g, value) -> place(g, marks.at(value), grid));
    }

    /** A pixel a cell, without smoothing. */
    private static void place(Graphics2D g, BufferedImage cells, Rectangle2D grid) {
        Graphics2D part = (Graphics2D) g.create();
        part.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        part.drawImage(cells, new AffineTransform(grid.getWidth() / cells.getWidth(), 0, 0,
                grid.getHeight() / cells.getHeight(), grid.getX(), grid.getY()), null);
        part.dispose();
    }

    private BufferedImage cells() {
        BufferedImage cells = new BufferedImage(similarities.size(), similarities.size(), BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < similarities.size(); row++) {
            for (int column = 0; column < similarities.size(); column++) {
                double fraction = range().fraction(similarities.get(row, column));
                cells.setRGB(column, row, (Double.isNaN(fraction) ? MissingValue.GROUND : scale.at(fraction)).getRGB());
            }
        }
        return cells;
    }

    private void drawAxes(Graphics2D g, HeatmapLayout layout) {
        for (int index = 0; faces.hasPictures() && index < faces.count(); index++) {
            int pixels = (int) Math.round(layout.rowFace(index).getWidth() * Page.SCALE);
            Thumbnail face = Thumbnail.of(faces.pictures().get(index), pixels);
            face.draw(g, layout.rowFace(index));
            face.draw(g, layout.columnFace(index));
        }
        PersonColours colours = PersonColours.of(faces.people());
        for (PersonRun run : layout.cells().runs()) {
            if (faces.hasPeople()) {
                g.setColor(colours.of(run.person()));
                g.fill(layout.rowBracket(run));
                g.fill(layout.columnBracket(run));
            }
        }
        layout.texts().forEach(text -> text.draw(g));
    }

    HeatmapLayout layout() {
        return HeatmapLayout.of(faces);
    }

    ColourBar colourBar(HeatmapLayout layout) {
        double height = Math.max(LEAST_BAR, Math.min(MOST_BAR, layout.grid().getHeight()));
        double top = Math.max(0, (layout.grid().getHeight() - height) / 2);
        return new ColourBar(scale, range(), layout.grid().getMaxX() + BAR_GAP, top, height,
                "cosine similarity", hasMissing());
    }

    ValueRange range() {
        return limits.orElseGet(() -> ValueRange.of(similarities, scale));
    }

    private boolean hasMissing() {
        for (int row = 0; row < similarities.size(); row++) {
            for (int column = 0; column < similarities.size(); column++) {
                if (Double.isNaN(similarities.get(row, column))) {
                    return true;
                }
            }
        }
        return false;
    }
}
