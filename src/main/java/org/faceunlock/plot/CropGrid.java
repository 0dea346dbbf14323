package org.faceunlock.plot;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.faceunlock.image.RgbImage;

/**
 * A picture of face crops, four a row, each with its person and its file beneath.
 *
 * <p>Crops that were standardised for a network are turned back with {@link StandardisedPicture} first. Immutable: each
 * {@code with...} returns a new grid.
 */
public final class CropGrid {

    private final Faces faces;
    private final int columns;
    private final String title;
    private final String caption;

    private CropGrid(Faces faces, int columns, String title, String caption) {
        this.faces = faces;
        this.columns = columns;
        this.title = title;
        this.caption = caption;
    }

    /** A grid of these crops, at least one; each shows its middle square. */
    public static CropGrid of(List<RgbImage> crops) {
        if (crops.isEmpty()) {
            throw new IllegalArgumentException("crops: expected at least one, found none; was a face detected at all?");
        }
        return new CropGrid(Faces.unknown(crops.size()).withPictures(crops), 4, "", "");
    }

    /** Who is on each crop, one name a crop; an empty name is not shown. */
    public CropGrid withPeople(List<String> people) {
        return new CropGrid(faces.withPeople(people), columns, title, caption);
    }

    /** A second, smaller line beneath each crop, usually its file name. */
    public CropGrid withFiles(List<String> files) {
        return new CropGrid(faces.withFiles(files), columns, title, caption);
    }

    /** How many crops a row, at least 1; 4 unless told. */
    public CropGrid withColumns(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("columns: expected at least 1, found " + count);
        }
        return new CropGrid(faces, count, title, caption);
    }

    public CropGrid withTitle(String text) {
        return new CropGrid(faces, columns, text, caption);
    }

    /** A line of small print below the figure. */
    public CropGrid withCaption(String text) {
        return new CropGrid(faces, columns, title, text);
    }

    /** The picture, at {@link FigureFile#DPI} pixels per inch. */
    public BufferedImage draw() {
        GridLayout layout = layout();
        return page().draw(g -> {
            for (int index = 0; index < faces.count(); index++) {
                drawCrop(g, faces.pictures().get(index), layout.crop(index));
            }
            layout.texts().forEach(text -> text.draw(g));
        });
    }

    GridLayout layout() {
        return GridLayout.of(faces, columns);
    }

    Page page() {
        GridLayout layout = layout();
        return Page.around(layout.width(), layout.height(), title, caption);
    }

    private static void drawCrop(Graphics2D g, RgbImage crop, Rectangle2D place) {
        Thumbnail.of(crop, (int) place.getWidth() * Page.SCALE).draw(g, place);
        g.setColor(Palette.LINE);
        g.setStroke(new BasicStroke(0.5f));
        g.draw(place);
    }
}
