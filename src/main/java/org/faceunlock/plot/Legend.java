package org.faceunlock.plot;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;

/** The people of a map with their colours, one a line, in as many columns as the height asks for. Immutable. */
final class Legend {

    private static final double LINE = 20;
    private static final double SWATCH = 11;
    private static final double TEXT_AT = 18;
    private static final double COLUMN_GAP = 18;
    private static final double NAME_ROOM = 160;

    private final List<String> people;
    private final PersonColours colours;
    private final List<Rectangle2D> swatches = new ArrayList<>();
    private final List<PlacedText> texts = new ArrayList<>();

    /**
     * @param x left edge, in units
     * @param height that the lines may take before another column starts, in units
     */
    Legend(PersonColours colours, double x, double height) {
        this.people = colours.people();
        this.colours = colours;
        TextStyle names = TextStyle.plain(12);
        int rows = (int) Math.max(1, Math.floor(height / LINE));
        double left = x;
        double right = x;
        for (int index = 0; index < people.size(); index++) {
            if (index > 0 && index % rows == 0) {
                left = right + COLUMN_GAP;
            }
            double y = index % rows * LINE;
            swatches.add(new Rectangle2D.Double(left, y + 1, SWATCH, SWATCH));
            PlacedText name = PlacedText.leftAt(names.fit(Faces.nameOf(people.get(index)), NAME_ROOM), names,
                    Palette.TEXT,
                    left + TEXT_AT, y + 1 + SWATCH / 2);
            texts.add(name);
            right = Math.max(right, name.bounds().getMaxX());
        }
    }

    List<PlacedText> texts() {
        return List.copyOf(texts);
    }

    /** Everything the legend covers. */
    Rectangle2D bounds() {
        Rectangle2D all = swatches.get(0).getBounds2D();
        swatches.forEach(swatch -> Rectangle2D.union(all, swatch, all));
        texts.forEach(text -> Rectangle2D.union(all, text.bounds(), all));
        return all;
    }

    void draw(Graphics2D g) {
        for (int index = 0; index < people.size(); index++) {
            Rectangle2D swatch = swatches.get(index);
            g.setColor(colours.of(people.get(index)));
            g.fill(new RoundRectangle2D.Double(swatch.getX(), swatch.getY(), SWATCH, SWATCH, 3, 3));
        }
        texts.forEach(text -> text.draw(g));
    }
}
