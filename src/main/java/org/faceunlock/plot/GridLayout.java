package org.faceunlock.plot;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Where each crop of a {@link CropGrid} and its two lines of text lie, in units from the content's corner. Immutable.
 */
final class GridLayout {

    private static final double LARGEST = 160;
    private static final double SMALLEST = 88;
    private static final double USUAL_WIDTH = 1068;
    private static final int USUAL_COLUMNS = 4;
    private static final double BROAD = 1.2;
    private static final double COLUMN_GAP = 18;
    private static final double ROW_GAP = 18;
    private static final double TEXT_GAP = 5;

    private final int count;
    private final int columns;
    private final double side;
    private final double textHeight;
    private final List<PlacedText> texts = new ArrayList<>();

    private GridLayout(int count, int columns, double textHeight, double widest) {
        this.count = count;
        this.columns = columns;
        double fitting = Math.max(Math.floor(USUAL_WIDTH / columns) - COLUMN_GAP, Math.ceil(widest));
        this.side = Math.max(SMALLEST, Math.min(LARGEST, fitting));
        this.textHeight = textHeight;
    }

    /** How many crops a row, so that many crops make a page that is a little broader than high. */
    static int columns(int count) {
        return count <= 2 * USUAL_COLUMNS ? USUAL_COLUMNS : (int) Math.ceil(Math.sqrt(BROAD * count));
    }

    static GridLayout of(Faces faces, int columns) {
        TextStyle names = TextStyle.bold(12.5);
        TextStyle files = TextStyle.plain(10.5);
        double nameHeight = faces.hasPeople() ? names.height() : 0;
        double fileHeight = faces.hasFiles() ? files.height() : 0;
        double textHeight = nameHeight + fileHeight > 0 ? Math.ceil(TEXT_GAP + nameHeight + fileHeight) : 0;
        double widest = Math.max(names.widest(faces.people()), files.widest(faces.files()));
        GridLayout layout = new GridLayout(faces.count(), Math.min(columns, faces.count()), textHeight, widest);
        for (int index = 0; index < faces.count(); index++) {
            Rectangle2D crop = layout.crop(index);
            double y = crop.getMaxY() + TEXT_GAP;
            layout.place(faces.people().get(index), names, Palette.TEXT, crop, y + nameHeight / 2);
            layout.place(faces.files().get(index), files, Palette.MUTED, crop, y + nameHeight + fileHeight / 2);
        }
        return layout;
    }

    private void place(String text, TextStyle lettering, Color colour, Rectangle2D crop, double centreY) {
        String line = lettering.fit(text, crop.getWidth());
        if (!line.isEmpty()) {
            texts.add(PlacedText.leftAt(line, lettering, colour, crop.getX(), centreY));
        }
    }

    Rectangle2D crop(int index) {
        int row = index / columns;
        int column = index % columns;
        return new Rectangle2D.Double(
                column * (side + COLUMN_GAP), row * (side + textHeight + ROW_GAP), side, side);
    }

    List<PlacedText> texts() {
        return List.copyOf(texts);
    }

    double width() {
        return columns * (side + COLUMN_GAP) - COLUMN_GAP;
    }

    double height() {
        int rows = (count + columns - 1) / columns;
        return rows * (side + textHeight + ROW_GAP) - ROW_GAP;
    }
}
