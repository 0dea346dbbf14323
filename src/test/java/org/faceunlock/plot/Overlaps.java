package org.faceunlock.plot;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Finds texts of a layout that cover one another or leave their page. */
final class Overlaps {

    private static final double TOLERANCE = 0.5;

    private Overlaps() {
    }

    /** One line for each pair of texts that share more than a hair's breadth. */
    static List<String> among(List<PlacedText> texts) {
        List<String> found = new ArrayList<>();
        for (int one = 0; one < texts.size(); one++) {
            for (int other = one + 1; other < texts.size(); other++) {
                if (overlap(texts.get(one).bounds(), texts.get(other).bounds())) {
                    found.add("\"%s\" and \"%s\"".formatted(texts.get(one).text(), texts.get(other).text()));
                }
            }
        }
        return found;
    }

    /** One line for each text that covers the rectangle. */
    static List<String> with(Rectangle2D place, List<PlacedText> texts) {
        return texts.stream().filter(text -> overlap(text.bounds(), place))
                .map(text -> "\"%s\" over %s".formatted(text.text(), place)).toList();
    }

    /** One line for each text that is not whole on the page. */
    static List<String> outside(Page page, double dx, double dy, List<PlacedText> texts) {
        Rectangle2D paper = new Rectangle2D.Double(4, 4, page.size().width - 8, page.size().height - 8);
        return texts.stream().map(text -> text.movedBy(dx, dy)).filter(text -> !paper.contains(text.bounds()))
                .map(text -> "\"%s\" at %s".formatted(text.text(), text.bounds())).toList();
    }

    static boolean overlap(Rectangle2D one, Rectangle2D other) {
        Rectangle2D shared = one.createIntersection(other);
        return shared.getWidth() > TOLERANCE && shared.getHeight() > TOLERANCE;
    }
}
