package org.faceunlock.plot;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A white page with a margin, a title above the content and a caption below it, measured in units of 1/100 inch.
 *
 * <p>Immutable. A unit is {@link #SCALE} pixels of the picture.
 */
final class Page {

    /** Pixels a unit: 200 pixels per inch. */
    static final int SCALE = FigureFile.DPI / 100;

    static final double MARGIN = 24;
    private static final double NARROWEST = 340;
    private static final double TITLE_GAP = 16;
    private static final double CAPTION_GAP = 16;
    private static final long MOST_PIXELS = 200_000_000;

    private final Point2D origin;
    private final Dimension size;
    private final List<PlacedText> texts;

    private Page(Point2D origin, Dimension size, List<PlacedText> texts) {
        this.origin = origin;
        this.size = size;
        this.texts = List.copyOf(texts);
    }

    /**
     * A page around content of this size; an empty title or caption takes no room.
     *
     * @param width of the content, in units
     * @param height of the content, in units
     */
    static Page around(double width, double height, String title, String caption) {
        double inner = Math.ceil(Math.max(width, NARROWEST));
        List<PlacedText> texts = new ArrayList<>();
        TextStyle titles = TextStyle.bold(17);
        double y = lines(texts, titles, titles.wrap(title, inner), MARGIN, true);
        double top = Math.ceil(texts.isEmpty() ? y : y + TITLE_GAP);
        double bottom = Math.ceil(top + height);
        TextStyle captions = TextStyle.plain(11);
        List<String> captionLines = captions.wrap(caption, inner);
        y = captionLines.isEmpty() ? bottom : lines(texts, captions, captionLines, bottom + CAPTION_GAP, false);
        Dimension size = new Dimension((int) (inner + 2 * MARGIN), (int) Math.ceil(y + MARGIN));
        return new Page(new Point2D.Double(MARGIN + Math.floor((inner - width) / 2), top), size, texts);
    }

    private static double lines(
            List<PlacedText> texts, TextStyle lettering, List<String> lines, double top, boolean title) {
        double y = top;
        for (String line : lines) {
            texts.add(new PlacedText(line, lettering, title ? Palette.TEXT : Palette.MUTED, MARGIN, y, false));
            y += lettering.height() * 1.15;
        }
        return y;
    }

    /** Where the content's upper left corner lies, in units. */
    Point2D origin() {
        return origin;
    }

    /** In units. */
    Dimension size() {
        return size;
    }

    /** Title and caption, line by line. */
    List<PlacedText> texts() {
        return texts;
    }

    /** The page with its texts and what the painter draws, in units from the content's corner. */
    BufferedImage draw(Consumer<Graphics2D> content) {
        if ((long) size.width * SCALE * size.height * SCALE > MOST_PIXELS) {
            throw new IllegalArgumentException(
                    "faces: expected a figure of at most %s pixels, found %s x %s; draw fewer"
                    .formatted(MOST_PIXELS, size.width * SCALE, size.height * SCALE));
        }
        BufferedImage picture =
                new BufferedImage(size.width * SCALE, size.height * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        smooth(g);
        g.setColor(Palette.PAPER);
        g.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        g.scale(SCALE, SCALE);
        texts.forEach(text -> text.draw(g));
        g.translate(origin.getX(), origin.getY());
        content.accept(g);
        g.dispose();
        return picture;
    }

    /** Smooth edges and letters, lines where they were asked for. */
    static void smooth(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    }
}
