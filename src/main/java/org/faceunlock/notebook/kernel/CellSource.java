package org.faceunlock.notebook.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A snippet's place in a cell.
 *
 * @param cell the number of the cell, from 1, in the order of execution
 * @param text the whole cell
 * @param offset where the snippet begins in it, in characters
 */
record CellSource(int cell, String text, int offset) {
    private static final String MARK = "--> ";

    /** The first character from some place on that is neither white space nor in a comment. */
    static int begin(String text, int from) {
        int at = from;
        while (at < text.length()) {
            boolean isBlock = text.startsWith("/*", at);
            if (isBlock || text.startsWith("//", at)) {
                int end = text.indexOf(isBlock ? "*/" : "\n", at + 2);
                if (end < 0) {
                    return isBlock ? at : text.length();
                }
                at = isBlock ? end + 2 : end;
            } else if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else {
                return at;
            }
        }
        return at;
    }

    /** The line of the cell, from 1, that a character of the snippet stands in. */
    int lineAt(int position) {
        return 1 + (int) text.substring(0, place(position)).chars().filter(c -> c == '\n').count();
    }

    private int place(int position) {
        return Math.min(text.length(), offset + Math.max(0, position));
    }

    /** The line that a character of the snippet stands in, marked, and a caret below the character. */
    List<String> pointAt(int position) {
        int column = place(position) - (text.lastIndexOf('\n', place(position) - 1) + 1);
        String line = quote(lineAt(position));
        return List.of(line, " ".repeat(line.indexOf('|') + 2 + column) + "^");
    }

    /** A line, from 1, marked and with its number in front. */
    String quote(int line) {
        return MARK + head(line) + textOf(line);
    }

    private static String head(int line) {
        return String.format(Locale.ROOT, "%3d | ", line);
    }

    /** A line, from 1, marked, between its neighbours. */
    List<String> show(int line) {
        List<String> lines = new ArrayList<>();
        for (int i = Math.max(1, line - 1); i <= line + 1 && i <= text.lines().count(); i++) {
            lines.add(i == line ? quote(i) : " ".repeat(MARK.length()) + head(i) + textOf(i));
        }
        return lines;
    }

    /** A line, from 1. */
    String textOf(int line) {
        return text.lines().skip(line - 1L).findFirst().orElse("");
    }
}
