package org.faceunlock.plot;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One size and weight of the logical sans-serif font, with its measures in the figure's units. Immutable.
 *
 * <p>Letters that the machine's fonts lack are boxes. Line breaks and other control characters count as blanks.
 */
final class TextStyle {

    private static final String ELLIPSIS = "\u2026";
    static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

    private final Font font;
    private final double ascent;
    private final double descent;

    private TextStyle(Font font) {
        FontCheck.require();
        LineMetrics metrics = font.getLineMetrics("Hg", MEASURE);
        this.font = font;
        this.ascent = metrics.getAscent();
        this.descent = metrics.getDescent();
    }

    static TextStyle plain(double size) {
        return new TextStyle(new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) size));
    }

    static TextStyle bold(double size) {
        return new TextStyle(new Font(Font.SANS_SERIF, Font.BOLD, 1).deriveFont((float) size));
    }

    Font font() {
        return font;
    }

    double ascent() {
        return ascent;
    }

    /** Ascent and descent together. */
    double height() {
        return ascent + descent;
    }

    double width(String text) {
        return text.isEmpty() ? 0 : font.getStringBounds(text, MEASURE).getWidth();
    }

    double widest(List<String> lines) {
        return lines.stream().mapToDouble(line -> width(oneLine(line))).max().orElse(0);
    }

    /** The text on one line, without control characters. */
    static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /**
     * The text if it is at most {@code room} wide, else its beginning and its end around an ellipsis; empty if nothing
     * fits.
     */
    String fit(String text, double room) {
        String line = oneLine(text);
        if (width(line) <= room) {
            return line;
        }
        List<String> letters = letters(line);
        for (int kept = letters.size() - 1; kept >= 1; kept--) {
            int tail = kept * 2 / 5;
            String shortened = String.join("", letters.subList(0, kept - tail)).stripTrailing() + ELLIPSIS
                    + String.join("", letters.subList(letters.size() - tail, letters.size())).stripLeading();
            if (width(shortened) <= room) {
                return shortened;
            }
        }
        return "";
    }

    /** The text in lines of at most {@code room}, broken at blanks; a word that is too long is fitted. */
    List<String> wrap(String text, double room) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : oneLine(text).split(" +")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer) > room) {
                lines.add(fit(line, room));
                line = word;
            } else {
                line = longer;
            }
        }
        if (!line.isEmpty()) {
            lines.add(fit(line, room));
        }
        return lines;
    }

    private static List<String> letters(String text) {
        BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
        breaks.setText(text);
        List<String> letters = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            letters.add(text.substring(start, end));
        }
        return letters;
    }
}
