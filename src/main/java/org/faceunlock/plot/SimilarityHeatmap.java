package org.faceunlock.plot;

import java.awt.Graphics2D;
import java.util.Optional;
import org.faceunlock.compare.SimilarityMatrix;

/**
 * A picture of how similar n faces are to one another: coloured cells with their numbers, the faces along both axes,
 * the people in brackets, a colour bar.
 *
 * <p>Made for 1 to about 100 faces: numbers and file names give way as cells get small, faces shrink with them. A cell
 * without a value (NaN) is hatched. Immutable: each {@code with...} returns a new heatmap.
 */
public final class SimilarityHeatmap extends FaceFigure<SimilarityHeatmap> {

    private static final double BAR_GAP = 26;
    private static final double LEAST_BAR = 130;
    private static final double MOST_BAR = 640;

    private final SimilarityMatrix similarities;
    private final ColourScale scale;
    private final Optional<ValueRange> limits;

    private SimilarityHeatmap(SimilarityMatrix similarities, Faces faces, ColourScale scale,
            Optional<ValueRange> limits, String title, String caption) {
        super("similarity heatmap", faces, title, caption);
        this.similarities = similarities;
        this.scale = scale;
        this.limits = limits;
    }

    /** A heatmap of at least one face; the matrix's names label the rows while there is room. */
    public static SimilarityHeatmap of(SimilarityMatrix similarities) {
        if (similarities.size() == 0) {
            throw new IllegalArgumentException(
                    "similarities: expected at least one face, found none; was a face detected at all?");
        }
        Faces faces = Faces.unknown(similarities.size()).withFiles(similarities.names());
        return new SimilarityHeatmap(similarities, faces, ColourScale.QUIET, Optional.empty(), "", "");
    }

    @Override
    SimilarityHeatmap with(Faces newFaces, String newTitle, String newCaption) {
        return new SimilarityHeatmap(similarities, newFaces, scale, limits, newTitle, newCaption);
    }

    /** {@link ColourScale#QUIET} unless told. */
    public SimilarityHeatmap withScale(ColourScale given) {
        return new SimilarityHeatmap(similarities, faces, given, limits, title, caption);
    }

    /**
     * The similarities at the ends of the colour scale; what lies beyond takes the colour of the end. Unless told, the
     * scale's own: see {@link ColourScale}.
     */
    public SimilarityHeatmap withLimits(double low, double high) {
        return new SimilarityHeatmap(
                similarities, faces, scale, Optional.of(new ValueRange(low, high)), title, caption);
    }

    @Override
    Page page() {
        HeatmapLayout layout = layout();
        ColourBar bar = colourBar(layout);
        double bottom = Math.max(layout.bottom(), bar.bounds().getMaxY());
        return Page.around(bar.bounds().getMaxX(), bottom, title, caption).showing(g -> {
            new HeatmapCells(similarities, layout, scale, range()).draw(g);
            drawAxes(g, layout);
            bar.draw(g);
        });
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
