package org.faceunlock.plot;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of people on a map, one a person, beside one of their faces: where there are so many that colours alone do
 * not tell them apart.
 *
 * <p>A name covers no other name, and of what is left it takes the place that covers least of the faces.
 */
final class MapNames {

    private static final TextStyle LETTERS = TextStyle.bold(10.5);
    private static final double GAP = 2;
    private static final int RINGS = 12;
    private static final int DIRECTIONS = 8;

    private final Rectangle2D plot;
    private final List<Rectangle2D> markers;
    private final List<PlacedText> names = new ArrayList<>();

    private MapNames(Rectangle2D plot, List<Rectangle2D> markers) {
        this.plot = plot;
        this.markers = markers;
    }

    /**
     * The names that have a place; a name without one is left out.
     *
     * @param markers of the faces, with their frames
     * @param people one a face
     */
    static List<PlacedText> on(Rectangle2D plot, List<Rectangle2D> markers, List<String> people) {
        Map<String, List<Rectangle2D>> theirs = new LinkedHashMap<>();
        for (int face = 0; face < people.size(); face++) {
            theirs.computeIfAbsent(people.get(face), person -> new ArrayList<>()).add(markers.get(face));
        }
        MapNames made = new MapNames(plot, markers);
        theirs.forEach(made::place);
        return List.copyOf(made.names);
    }

    private void place(String person, List<Rectangle2D> own) {
        String name = LETTERS.fit(Faces.nameOf(person), plot.getWidth() / 4);
        double width = LETTERS.width(name);
        List<PlacedText> free = new ArrayList<>();
        for (int ring = 0; free.isEmpty() && ring < RINGS; ring++) {
            for (Rectangle2D marker : own) {
                for (int direction = 0; direction < DIRECTIONS; direction++) {
                    Point2D centre = beside(marker, width, ring, 2 * Math.PI * (direction + 2) / DIRECTIONS);
                    PlacedText text = PlacedText.centredAt(
                            name, LETTERS, Palette.TEXT, centre.getX(), centre.getY());
                    if (plot.contains(text.bounds())
                            && names.stream().noneMatch(other -> other.bounds().intersects(text.bounds()))) {
                        free.add(text);
                    }
                }
            }
        }
        free.stream().min(Comparator.comparingDouble(this::covered)).ifPresent(names::add);
    }

    /** The centre of a text that touches a marker in that direction, or lies some lines further out. */
    private static Point2D beside(Rectangle2D marker, double width, int ring, double angle) {
        double away = GAP + ring * LETTERS.height();
        return new Point2D.Double(
                marker.getCenterX() + Math.cos(angle) * (marker.getWidth() / 2 + width / 2 + away),
                marker.getCenterY() + Math.sin(angle) * (marker.getHeight() / 2 + LETTERS.height() / 2 + away));
    }

    private double covered(PlacedText text) {
        return markers.stream().map(marker -> marker.createIntersection(text.bounds()))
                .filter(shared -> !shared.isEmpty())
                .mapToDouble(shared -> shared.getWidth() * shared.getHeight()).sum();
    }
}
