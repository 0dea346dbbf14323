package org.faceunlock.plot;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.faceunlock.detect.MtcnnTrace.Level;

/**
 * Where each level of a {@link PyramidSheet}, its map and its words lie, in units from the content's corner. Immutable.
 */
final class PyramidLayout {

    private static final double LONGEST = 230;
    private static final double NARROWEST = 58;
    private static final double GAP = 12;
    private static final double TEXT_GAP = 6;

    private final List<Rectangle2D> pictures = new ArrayList<>();
    private final List<PlacedText> texts = new ArrayList<>();
    private final double mapTop;
    private final double width;
    private final double height;

    private PyramidLayout(List<Level> levels) {
        double scale = LONGEST / Math.max(levels.get(0).input().size(2), levels.get(0).input().size(3));
        TextStyle sizes = TextStyle.bold(10.5);
        TextStyle counts = TextStyle.plain(10.5);
        double tallest = levels.get(0).input().size(2) * scale;
        mapTop = Math.ceil(tallest + GAP);
        double x = 0;
        for (Level level : levels) {
            double w = level.input().size(3) * scale;
            pictures.add(new Rectangle2D.Double(x, 0, w, level.input().size(2) * scale));
            double column = Math.max(w, NARROWEST);
            double y = mapTop + tallest + TEXT_GAP;
            place("%s × %s".formatted(level.input().size(3), level.input().size(2)), sizes, x, column, y);
            place("%s windows".formatted(level.probabilities().size()), counts, x, column, y + sizes.height());
            place("%s kept".formatted(level.kept().size()), counts, x, column, y + 2 * sizes.height());
            x += column + GAP;
        }
        width = x - GAP;
        height = mapTop + tallest + TEXT_GAP + 3 * sizes.height();
    }

    static PyramidLayout of(List<Level> levels) {
        return new PyramidLayout(levels);
    }

    private void place(String words, TextStyle lettering, double x, double room, double top) {
        texts.add(PlacedText.leftAt(lettering.fit(words, room), lettering, Palette.TEXT, x,
                top + lettering.height() / 2));
    }

    Rectangle2D picture(int level) {
        return (Rectangle2D) pictures.get(level).clone();
    }

    Rectangle2D map(int level) {
        Rectangle2D above = pictures.get(level);
        return new Rectangle2D.Double(above.getX(), mapTop, above.getWidth(), above.getHeight());
    }

    List<PlacedText> texts() {
        return List.copyOf(texts);
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }
}
