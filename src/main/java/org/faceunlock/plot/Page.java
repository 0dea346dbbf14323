package org.faceunlock.plot;

import de.erichseifert.vectorgraphics2d.Processors;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A white page with a margin, a title above the content and a caption below it, measured in units of 1/100 inch.
 * Immutable.
 */
final class Page {

    /** Pixels a unit: 200 pixels per inch. */
    static final int SCALE = FigureFile.DPI / 100;

    static final double MARGIN = 24;
    private static final double NARROWEST = 340;
    private static final double USUAL_WIDTH = 1000;
    private static final double TITLE_GAP = 16;
    private static final double CAPTION_GAP = 16;
    private static final long MOST_PIXELS = 200_000_000;
    /** SVG and PDF are written in millimetres. */
    private static final double MILLIMETRES = 0.254;

    private final Point2D origin;
    private final Dimension size;
    private final int scale;
    private final List<PlacedText> texts;
    private final Consumer<Graphics2D> content;

    private Page(
            Point2D origin, Dimension size, int scale, List<PlacedText> texts, Consumer<Graphics2D> content) {
        this.origin = origin;
        this.size = size;
        this.scale = scale;
        this.texts = List.copyOf(texts);
        this.content = content;
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
        TextStyle titles = TextStyle.bold(17 * lettering(inner));
        double y = lines(texts, titles, titles.wrap(title, inner), MARGIN, true);
        double top = Math.ceil(texts.isEmpty() ? y : y + TITLE_GAP);
        double bottom = Math.ceil(top + height);
        TextStyle captions = TextStyle.plain(11 * lettering(inner));
        List<String> captionLines = captions.wrap(caption, inner);
        y = captionLines.isEmpty() ? bottom : lines(texts, captions, captionLines, bottom + CAPTION_GAP, false);
        Dimension size = new Dimension((int) (inner + 2 * MARGIN), (int) Math.ceil(y + MARGIN));
        Point2D origin = new Point2D.Double(MARGIN + Math.floor((inner - width) / 2), top);
        return new Page(origin, size, SCALE, texts, g -> { });
    }

    /** Content alone, a unit a pixel. */
    static Page ofPixels(int width, int height, Consumer<Graphics2D> content) {
        return new Page(new Point2D.Double(), new Dimension(width, height), 1, List.of(), content);
    }

    /** The same page with what is drawn on it, in units from the content's corner. */
    Page showing(Consumer<Graphics2D> painter) {
        return new Page(origin, size, scale, texts, painter);
    }

    /** How many times larger letters are where the content is so wide that a screen shows it smaller than it is. */
    static double lettering(double width) {
        return Math.max(1, Math.min(2, width / USUAL_WIDTH));
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

    /** The picture. */
    BufferedImage draw() {
        return drawAt(scale);
    }

    /** The picture, at most so many pixels wide and high. */
    BufferedImage draw(int longest) {
        return drawAt(Math.min(scale, (double) longest / Math.max(size.width, size.height)));
    }

    private BufferedImage drawAt(double pixels) {
        int width = Math.max(1, (int) Math.round(size.width * pixels));
        int height = Math.max(1, (int) Math.round(size.height * pixels));
        if ((long) width * height > MOST_PIXELS) {
            throw new IllegalArgumentException(
                    "faces: expected a figure of at most %s pixels, found %s x %s; draw fewer"
                    .formatted(MOST_PIXELS, width, height));
        }
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.scale(pixels, pixels);
        paint(g);
        g.dispose();
        return picture;
    }

    /** The bytes of a file of this format, svg or pdf, as large in print as the picture. */
    byte[] vector(String format) throws IOException {
        Outlines g = new Outlines();
        double unit = MILLIMETRES * SCALE / scale;
        g.scale(unit, unit);
        paint(g);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Processors.get(format).getDocument(g.getCommands(), new PageSize(size.width * unit, size.height * unit))
                .writeTo(bytes);
        return bytes.toByteArray();
    }

    private void paint(Graphics2D g) {
        smooth(g);
        g.setColor(Palette.PAPER);
        g.fill(new Rectangle2D.Double(0, 0, size.width, size.height));
        texts.forEach(text -> text.draw(g));
        g.translate(origin.getX(), origin.getY());
        content.accept(g);
    }

    /** Smooth edges and letters, lines where they were asked for. */
    static void smooth(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    }

    /** Vector graphics whose letters are outlines: a reader of the file needs no font of ours. */
    private static final class Outlines extends VectorGraphics2D {
        @Override
        public void drawString(String text, float x, float y) {
            if (!text.isEmpty()) {
                fill(new TextLayout(text, getFont(), TextStyle.MEASURE)
                        .getOutline(AffineTransform.getTranslateInstance(x, y)));
            }
        }
    }
}
