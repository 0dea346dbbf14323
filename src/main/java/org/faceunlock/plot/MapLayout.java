package org.faceunlock.plot;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where everything of a {@link PcaMap} lies, in units from the upper left corner of the plot area. Immutable.
 *
 * <p>Markers shrink as faces grow in number, so that they cover at most about a quarter of the plot.
 */
final class MapLayout {

    private static final double LARGEST = 76;
    private static final double SMALLEST = 16;
    private static final double DOT = 10;
    private static final double COVERED = 70_000;
    private static final double LEGEND_GAP = 22;

    private final MapScale scale;
    private final MapAxes axes;
    private final Optional<Legend> legend;
    private final List<Point2D> anchors = new ArrayList<>();
    private final List<Point2D> centres;
    private final double marker;

    /**
     * @param points finite coordinates, at least one
     * @param faces of these points, in the same order
     */
    MapLayout(List<Point2D> points, Faces faces, PersonColours colours, String labelX, String labelY) {
        this.marker = faces.hasPictures()
                ? Math.floor(Math.max(SMALLEST, Math.min(LARGEST, Math.sqrt(COVERED / points.size()))))
                : DOT;
        double side = marker + 2 * frame() + 1;
        this.scale = MapScale.around(points, side + 16);
        points.forEach(point -> anchors.add(scale.place(point)));
        this.centres = faces.hasPictures() ? MarkerPlacement.apart(anchors, side, scale.plot()) : List.copyOf(anchors);
        this.axes = new MapAxes(scale, labelX, labelY);
        this.legend = faces.hasPeople()
                ? Optional.of(new Legend(colours, scale.plot().getMaxX() + LEGEND_GAP, scale.plot().getHeight()))
                : Optional.empty();
    }

    /** How thick the person's colour surrounds a marker. */
    double frame() {
        return marker >= 40 ? 3 : marker >= 20 ? 2 : 1.5;
    }

    MapScale scale() {
        return scale;
    }

    MapAxes axes() {
        return axes;
    }

    Optional<Legend> legend() {
        return legend;
    }

    /** Where point {@code index} truly lies. */
    Point2D anchor(int index) {
        return anchors.get(index);
    }

    /** The square of a face's marker, without its frame. */
    Rectangle2D marker(int index) {
        Point2D centre = centres.get(index);
        double x = Math.round((centre.getX() - marker / 2) * Page.SCALE) / (double) Page.SCALE;
        double y = Math.round((centre.getY() - marker / 2) * Page.SCALE) / (double) Page.SCALE;
        return new Rectangle2D.Double(x, y, marker, marker);
    }

    /** Whether a marker had to leave its point so far that a line must show where it belongs. */
    boolean isLed(int index) {
        return !marker(index).contains(anchor(index));
    }

    int size() {
        return anchors.size();
    }

    List<PlacedText> texts() {
        List<PlacedText> texts = new ArrayList<>(axes.texts());
        legend.ifPresent(shown -> texts.addAll(shown.texts()));
        return texts;
    }

    /** Everything the map covers; its left part, the numbers of the vertical axis, lies below x = 0. */
    Rectangle2D bounds() {
        Rectangle2D all = scale.plot().getBounds2D();
        texts().forEach(text -> Rectangle2D.union(all, text.bounds(), all));
        legend.ifPresent(shown -> Rectangle2D.union(all, shown.bounds(), all));
        return all;
    }
}
