package org.faceunlock.plot;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Something to look at: a picture in a notebook, a file on request.
 *
 * <p>Immutable: each {@code with...} method of a figure returns a new one. Drawn with Java2D and XChart; files are PNG
 * with the program's mark, or SVG and PDF, in which letters are outlines and need no font.
 */
public abstract class Figure {

    private final String name;

    /** @param name what kind of figure it is, for places without pictures */
    Figure(String name) {
        this.name = name;
    }

    /** The figure laid out. */
    abstract Page page();

    /** The picture, at {@link FigureFile#DPI} pixels per inch. */
    public final BufferedImage draw() {
        return page().draw();
    }

    /** The picture, at most so many pixels wide and high. */
    public final BufferedImage draw(int longest) {
        return page().draw(longest);
    }

    /**
     * Writes the figure in the format that the name ends with: {@code .png}, {@code .svg} or {@code .pdf}. Folders that
     * are missing are made; a file of that name is replaced, whole or not at all.
     *
     * @throws IllegalArgumentException if the name ends otherwise
     */
    public final void save(Path file) throws IOException {
        FigureFile.write(page(), file);
    }

    @Override
    public String toString() {
        return name;
    }
}
