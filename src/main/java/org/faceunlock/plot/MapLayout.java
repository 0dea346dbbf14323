package org.faceunlock.plot;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where everything of a {@link PcaMap} lies, in units from the upper left corner of the plot area. Immutable.
 *
 * <p>Markers are as large as they can be without being pushed far from their points: where faces are many or crowded
 * they shrink. Neighbours may cover each other's margin a little.
 */
final class MapLayout {

    private static final double LARGEST = 76;
    private static final double SMALLEST = 26;
    private static final double SHRINKING = 0.9;
    private static final double FURTHEST = 16;
    private static final double OVERLAP = 0.1;
    private static final double DOT = 10;
    private static final double LEGEND_GAP = 22;
    /** More people than colours that anybody tells apart: their names stand on the map. */
    private static final int MOST_COLOURS = 12;

    private final MapScale scale;
    private final MapAxes axes;
    private final Optional<Legend> legend;
    private final List<Point2D> anchors = new ArrayList<>();
    private final List<Point2D> centres;
    private final double marker;
    private final List<PlacedText> names;

    /**
     * @param points finite coordinates, at least one
     * @param faces of these points, in the same order
     */
    MapLayout(List<Point2D> points, Faces faces, PersonColours colours, String labelX, String labelY) {
        double side = !faces.hasPictures() ? DOT : points.size() > MarkerPlacement.MOST ? SMALLEST : LARGEST;
        MapScale tried = MapScale.around(points, room(side));
        List<Point2D> places = placed(points, tried, side);
        while (faces.hasPictures() && side * SHRINKING > SMALLEST && meanWay(points, tried, places) > FURTHEST) {
            side = Math.floor(side * SHRINKING);
            tried = MapScale.around(points, room(side));
            places = placed(points, tried, side);
        }
        this.marker = side;
        this.scale = tried;
        this.centres = faces.hasPictures() ? places : points.stream().map(tried::place).toList();
        points.forEach(point -> anchors.add(scale.place(point)));
        this.axes = new MapAxes(scale, labelX, labelY);
        boolean named = faces.hasPeople() && colours.people().size() > MOST_COLOURS;
        this.names = named ? MapNames.on(scale.plot(), framed(), faces.people()) : List.of();
        this.legend = faces.hasPeople() && !named
                ? Optional.of(new Legend(colours, scale.plot().getMaxX() + LEGEND_GAP, scale.plot().getHeight()))
                : Optional.empty();
    }

    private static double room(double side) {
        return side * 2 + 16;
    }

    private static List<Point2D> placed(List<Point2D> points, MapScale scale, double side) {
        double apart = (side + 2 * frame(side)) * (1 - OVERLAP);
        double edge = side * OVERLAP / 2 + 4;
        Rectangle2D plot = scale.plot();
        Rectangle2D area = new Rectangle2D.Double(plot.getX() + edge, plot.getY() + edge,
                plot.getWidth() - 2 * edge, plot.getHeight() - 2 * edge);
        return MarkerPlacement.apart(points.stream().map(scale::place).toList(), apart, area);
    }

    private static double meanWay(List<Point2D> points, MapScale scale, List<Point2D> places) {
        double way = 0;
        for (int index = 0; index < places.size(); index++) {
            way += scale.place(points.get(index)).distance(places.get(index));
        }
        return way / places.size();
    }

    private static double frame(double side) {
        return side >= 40 ? 3 : 2;
    }

    /** How thick the person's colour surrounds a marker. */
    double frame() {
        return frame(marker);
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

    private List<Rectangle2D> framed() {
        return IntStream.range(0, size()).mapToObj(this::framed).toList();
    }

    /** The square of a face's marker with its frame. */
    Rectangle2D framed(int index) {
        Rectangle2D inner = marker(index);
        return new Rectangle2D.Double(inner.getX() - frame(), inner.getY() - frame(),
                marker + 2 * frame(), marker + 2 * frame());
    }

    /** The names of the people on the map, where there are too many for a legend. */
    List<PlacedText> names() {
        return names;
    }

    /** Whether a marker had to leave its point so far that a line must show where it belongs. */
    boolean isMoved(int index) {
        return !framed(index).contains(anchor(index));
    }

    int size() {
        return anchors.size();
    }

    List<PlacedText> texts() {
        List<PlacedText> texts = new ArrayList<>(axes.texts());
        texts.addAll(names);
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
