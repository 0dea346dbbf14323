package org.faceunlock.plot;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.faceunlock.projection.Projection;

/**
 * A map of faces: each is a small picture of itself, framed in its person's colour, where two components place it.
 *
 * <p>Both axes have the same scale, so distances on paper are distances between points. Faces that would cover one
 * another move apart; where one had to leave its point, a line leads back to it. A face whose coordinates are not
 * finite is left out, and so are some of more than {@value FaceSample#MOST}; the caption says so.
 * Immutable: each {@code with...} returns a new map.
 *
 * <p>Drawn with Java2D and not XChart, which tells where its plot area lies only after painting it.
 */
public final class PcaMap extends FaceFigure<PcaMap> {

    private final Projection projection;
    private final int across;
    private final int upward;

    private PcaMap(Projection projection, int across, int upward, Faces faces, String title, String caption) {
        super("PCA map", faces, title, caption);
        this.projection = projection;
        this.across = across;
        this.upward = upward;
    }

    /** A map of the first two components, of at least one face; dots until it is given pictures. */
    public static PcaMap of(Projection projection) {
        if (projection.size() == 0) {
            throw new IllegalArgumentException(
                    "projection: expected at least one face, found none; was a face detected at all?");
        }
        return new PcaMap(projection, 0, 1, Faces.unknown(projection.size()), "", "").checked();
    }

    /** Other components than the first two, counted from 0. */
    public PcaMap withComponents(int horizontal, int vertical) {
        return new PcaMap(projection, horizontal, vertical, faces, title, caption).checked();
    }

    @Override
    PcaMap with(Faces newFaces, String newTitle, String newCaption) {
        return new PcaMap(projection, across, upward, newFaces, newTitle, newCaption);
    }

    @Override
    Page page() {
        return page(layout());
    }

    MapLayout layout() {
        List<Integer> shown = shown();
        if (shown.isEmpty()) {
            throw new IllegalArgumentException("projection: expected a face with finite coordinates, found none");
        }
        List<Point2D> points = new ArrayList<>();
        for (int row : shown) {
            points.add(new Point2D.Double(projection.get(row, across), projection.get(row, upward)));
        }
        return new MapLayout(points, shownFaces(), colours(), label(across), label(upward));
    }

    Page page(MapLayout layout) {
        Rectangle2D bounds = layout.bounds();
        return Page.around(bounds.getWidth(), bounds.getHeight(), title, captionAnd(missing())).showing(g -> {
            g.translate(-bounds.getX(), -bounds.getY());
            layout.axes().draw(g);
            new MapMarkers(layout, shownFaces(), colours()).draw(g);
            layout.legend().ifPresent(legend -> legend.draw(g));
        });
    }

    private PersonColours colours() {
        return PersonColours.of(faces.people());
    }

    /** Rows with a place on the map, as many as it has room for. */
    private List<Integer> shown() {
        List<Integer> rows = finite();
        return FaceSample.of(rows.size()).of(rows);
    }

    private List<Integer> finite() {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < projection.size(); row++) {
            if (Double.isFinite(projection.get(row, across)) && Double.isFinite(projection.get(row, upward))) {
                rows.add(row);
            }
        }
        return rows;
    }

    private Faces shownFaces() {
        List<Integer> rows = shown();
        Faces some = Faces.unknown(rows.size()).withPeople(rows.stream().map(faces.people()::get).toList());
        return faces.hasPictures() ? some.withPictures(rows.stream().map(faces.pictures()::get).toList()) : some;
    }

    private String missing() {
        int missing = projection.size() - finite().size();
        return Stream.of(FaceSample.of(finite().size()).note(), missing == 0 ? "" : missing == 1
                ? "1 face without finite coordinates is left out."
                : missing + " faces without finite coordinates are left out.").filter(note -> !note.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String label(int component) {
        double share = projection.explainedVarianceRatio(component);
        String name = "PC" + (component + 1);
        return Double.isFinite(share) ? "%s (%s %% of variance)"
                .formatted(name, NumberFormats.fixed(share * 100, 1)) : name;
    }

    private PcaMap checked() {
        for (int component : new int[] {across, upward}) {
            if (component < 0 || component >= projection.components()) {
                throw new IllegalArgumentException(
                        "projection: expected a component %s (counted from 0), found %s components"
                        .formatted(component, projection.components()));
            }
        }
        return this;
    }
}
