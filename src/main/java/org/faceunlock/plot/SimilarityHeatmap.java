package org.faceunlock.plot;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.faceunlock.compare.SimilarityMatrix;
import org.faceunlock.image.RgbImage;

/**
 * A picture of how similar n faces are to one another: coloured cells with their numbers, the faces along both axes,
 * the people in brackets, a colour bar.
 *
 * <p>Made for 1 to about 100 faces: numbers and file names give way as cells get small, faces shrink with them. A cell
 * without a value (NaN) is hatched. Immutable: each {@code with...} returns a new heatmap.
 */
public final class SimilarityHeatmap {

    private static final double BAR_GAP = 26;
    private static final double LEAST_BAR = 130;
    private static final double MOST_BAR = 640;

    private final SimilarityMatrix similarities;
    private final Faces faces;
    private final ColourScale scale;
    private final Optional<ValueRange> limits;
    private final String title;
    private final String caption;

    private SimilarityHeatmap(SimilarityMatrix similarities, Faces faces, ColourScale scale,
            Optional<ValueRange> limits, String title, String caption) {
        this.similarities = similarities;
        this.faces = faces;
        this.scale = scale;
        this.limits = limits;
        this.title = title;
        this.caption = caption;
    }

    /** A heatmap of at least one face; the matrix's names label the rows while there is room. */
    public static SimilarityHeatmap of(SimilarityMatrix similarities) {
        if (similarities.size() == 0) {
            throw new IllegalArgumentException(
                    "similarities: expected at least one face, found none; was a face detected at all?");
        }
        Faces faces = Faces.unknown(similarities.size()).withFiles(similarities.names());
        return new SimilarityHeatmap(similarities, faces, ColourScale.SEQUENTIAL, Optional.empty(), "", "");
    }

    /** The faces to show along both axes, one a row of the matrix; each shows its middle square. */
    public SimilarityHeatmap withFaces(List<RgbImage> pictures) {
        return with(faces.withPictures(pictures));
    }

    /** Whose face each row is; neighbours of one name share a bracket. */
    public SimilarityHeatmap withPeople(List<String> people) {
        return with(faces.withPeople(people));
    }

    /** What to call each row instead of the matrix's names; empty texts show nothing. */
    public SimilarityHeatmap withFiles(List<String> files) {
        return with(faces.withFiles(files));
    }

    private SimilarityHeatmap with(Faces given) {
        return new SimilarityHeatmap(similarities, given, scale, limits, title, caption);
    }

    /** {@link ColourScale#SEQUENTIAL} unless told. */
    public SimilarityHeatmap withScale(ColourScale given) {
        return new SimilarityHeatmap(similarities, faces, given, limits, title, caption);
    }

    /**
     * The similarities at the ends of the colour scale; what lies beyond takes the colour of the end. Unless told, 0
     * (or the tenth below the lowest) to 1, and on a centred scale the same distance on both sides of 0.
     */
    public SimilarityHeatmap withLimits(double low, double high) {
        return new SimilarityHeatmap(
                similarities, faces, scale, Optional.of(new ValueRange(low, high)), title, caption);
    }

    public SimilarityHeatmap withTitle(String text) {
        return new SimilarityHeatmap(similarities, faces, scale, limits, text, caption);
    }

    /** A line of small print below the figure, such as the model's name. */
    public SimilarityHeatmap withCaption(String text) {
        return new SimilarityHeatmap(similarities, faces, scale, limits, title, text);
    }

    /** The picture, at {@link FigureFile#DPI} pixels per inch. */
    public BufferedImage draw() {
        HeatmapLayout layout = layout();
        ColourBar bar = colourBar(layout);
        return page(layout, bar).draw(g -> {
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
        return limits.orElseGet(() -> ValueRange.of(similarities, scale.isCentred()));
    }

    Page page() {
        HeatmapLayout layout = layout();
        return page(layout, colourBar(layout));
    }

    private Page page(HeatmapLayout layout, ColourBar bar) {
        return Page.around(bar.bounds().getMaxX(), Math.max(layout.bottom(), bar.bounds().getMaxY()), title, caption);
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
