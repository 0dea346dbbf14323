package org.faceunlock.plot;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.faceunlock.detect.MtcnnTrace;
import org.faceunlock.detect.MtcnnTrace.Level;
import org.faceunlock.network.FloatTensor;

/**
 * The pyramid of one photo: each size that P-Net looks at, and below it how sure P-Net is of a face in each window.
 *
 * <p>Sizes are in proportion. In the map a window is a cell, at the place of its middle; pale is 0, dark is 1.
 */
public final class PyramidSheet extends TitledFigure<PyramidSheet> {

    private final List<Level> levels;

    private PyramidSheet(List<Level> levels, String title, String caption) {
        super("pyramid of a photo", title, caption);
        this.levels = levels;
    }

    /** The levels of a trace; the photo must have been large enough for one. */
    public static PyramidSheet of(MtcnnTrace trace) {
        if (trace.levels().isEmpty()) {
            throw new IllegalArgumentException("trace: expected at least one level, found none;"
                    + " the photo is smaller than the smallest face that was looked for");
        }
        return new PyramidSheet(trace.levels(), "",
                "Above what P-Net looks at, below its probability of a face in each window of 12 pixels:"
                        + " pale 0, dark 1.");
    }

    @Override
    PyramidSheet with(String newTitle, String newCaption) {
        return new PyramidSheet(levels, newTitle, newCaption);
    }

    PyramidLayout layout() {
        return PyramidLayout.of(levels);
    }

    @Override
    Page page() {
        PyramidLayout layout = layout();
        return Page.around(layout.width(), layout.height(), title, caption).showing(g -> {
            for (int index = 0; index < levels.size(); index++) {
                drawLevel(g, levels.get(index), layout.picture(index), layout.map(index));
            }
            layout.texts().forEach(text -> text.draw(g));
        });
    }

    private static void drawLevel(Graphics2D g, Level level, Rectangle2D picture, Rectangle2D map) {
        int height = level.input().size(2);
        int width = level.input().size(3);
        draw(g, StandardisedPicture.of(level.input().toArray(), height, width).toBufferedImage(), picture);
        g.setColor(ColourScale.SEQUENTIAL.at(0));
        g.fill(map);
        double pixel = picture.getWidth() / width;
        double edge = 5 * pixel; // middles of the first windows: 12 pixels wide, the cell 2
        draw(g, map(level.probabilities()), new Rectangle2D.Double(map.getX() + edge, map.getY() + edge,
                2 * pixel * level.probabilities().size(1), 2 * pixel * level.probabilities().size(0)));
        g.setColor(Palette.LINE);
        g.setStroke(new BasicStroke(0.5f));
        g.draw(map);
    }

    /** Probabilities {@code [rows, columns]}, 0 to 1, a pixel each. */
    private static BufferedImage map(FloatTensor probabilities) {
        int columns = probabilities.size(1);
        BufferedImage map = new BufferedImage(columns, probabilities.size(0), BufferedImage.TYPE_INT_RGB);
        for (int index = 0; index < probabilities.size(); index++) {
            map.setRGB(index % columns, index / columns, ColourScale.SEQUENTIAL.at(probabilities.get(index)).getRGB());
        }
        return map;
    }

    private static void draw(Graphics2D graphics, BufferedImage picture, Rectangle2D place) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        g.translate(place.getX(), place.getY());
        g.scale(place.getWidth() / picture.getWidth(), place.getHeight() / picture.getHeight());
        g.drawImage(picture, 0, 0, null);
        g.dispose();
    }
}
