package org.faceunlock.plot;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Where each crop of a {@link CropGrid} and its two lines of text lie, in units from the content's corner. Immutable.
 */
final class GridLayout {

    static final double CROP = 160;
    private static final double COLUMN_GAP = 18;
    private static final double ROW_GAP = 18;
    private static final double TEXT_GAP = 5;

    private final int count;
    private final int columns;
    private final double textHeight;
    private final List<PlacedText> texts = new ArrayList<>();

    private GridLayout(int count, int columns, double textHeight) {
        this.count = count;
        this.columns = columns;
        this.textHeight = textHeight;
    }

    static GridLayout of(Faces faces, int columns) {
        TextStyle names = TextStyle.bold(12.5);
        TextStyle files = TextStyle.plain(10.5);
        double nameHeight = faces.hasPeople() ? names.height() : 0;
        double fileHeight = faces.hasFiles() ? files.height() : 0;
        double textHeight = nameHeight + fileHeight > 0 ? Math.ceil(TEXT_GAP + nameHeight + fileHeight) : 0;
        GridLayout layout = new GridLayout(faces.count(), Math.min(columns, faces.count()), textHeight);
        for (int index = 0; index < faces.count(); index++) {
            Rectangle2D crop = layout.crop(index);
            double y = crop.getMaxY() + TEXT_GAP;
            layout.place(faces.people().get(index), names, Palette.TEXT, crop, y + nameHeight / 2);
            layout.place(faces.files().get(index), files, Palette.MUTED, crop, y + nameHeight + fileHeight / 2);
        }
        return layout;
    }

    private void place(String text, TextStyle lettering, Color colour, Rectangle2D crop, double centreY) {
        String line = lettering.fit(text, CROP);
        if (!line.isEmpty()) {
            texts.add(PlacedText.leftAt(line, lettering, colour, crop.getX(), centreY));
        }
    }

    Rectangle2D crop(int index) {
        int row = index / columns;
        int column = index % columns;
        return new Rectangle2D.Double(
                column * (CROP + COLUMN_GAP), row * (CROP + textHeight + ROW_GAP), CROP, CROP);
    }

    List<PlacedText> texts() {
        return List.copyOf(texts);
    }

    double width() {
        return columns * (CROP + COLUMN_GAP) - COLUMN_GAP;
    }

    double height() {
        int rows = (count + columns - 1) / columns;
        return rows * (CROP + textHeight + ROW_GAP) - ROW_GAP;
    }
}
