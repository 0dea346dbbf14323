package org.faceunlock.notebook.kernel;

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
    /** The line of the cell, from 1, that the snippet's line is. */
    int line(int lineOfSnippet) {
        return lineAt(0) + lineOfSnippet - 1;
    }

    /** The line of the cell, from 1, that a character of the snippet stands in. */
    int lineAt(int position) {
        int end = Math.min(text.length(), offset + Math.max(0, position));
        return 1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
    }

    /** The line with its number in front, and below it a caret under the character of the snippet. */
    List<String> pointAt(int position) {
        int line = lineAt(position);
        int end = Math.min(text.length(), offset + Math.max(0, position));
        int column = end - (text.lastIndexOf('\n', end - 1) + 1);
        String head = head(line);
        return List.of(head + textOf(line), " ".repeat(head.length() + column) + "^");
    }

    /** A line, from 1, with its number in front. */
    String quote(int line) {
        return head(line) + textOf(line);
    }

    private static String head(int line) {
        return String.format(Locale.ROOT, "%4d | ", line);
    }

    private String textOf(int line) {
        return text.lines().skip(line - 1L).findFirst().orElse("");
    }
}
