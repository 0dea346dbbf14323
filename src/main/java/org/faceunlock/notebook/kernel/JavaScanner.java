package org.faceunlock.notebook.kernel;

/**
 * Reads Java character by character and knows what it stands in: code, a comment or a literal.
 *
 * <p>Text that does not compile is read too; an unclosed string or character ends with its line.
 */
final class JavaScanner {
    private static final String TEXT_BLOCK_QUOTES = "\"\"\"";
    private Place place = Place.CODE;
    private int begin;
    private int depth;
    private char last = ';';
    private boolean hasContent;

    /** What a character belongs to. */
    enum Place { CODE, LINE_COMMENT, BLOCK_COMMENT, STRING, CHARACTER, TEXT_BLOCK }

    /** Reads on, from a character that follows what was read before, to the one before {@code to}. */
    void read(String text, int from, int to) {
        int at = from;
        while (at < to) {
            at += switch (place) {
                case CODE -> code(text, at);
                case LINE_COMMENT -> inside(text, at, "\n", false);
                case BLOCK_COMMENT -> inside(text, at, "*/", false);
                case STRING -> text.charAt(at) == '\n' ? leave(1) : inside(text, at, "\"", true);
                case CHARACTER -> text.charAt(at) == '\n' ? leave(1) : inside(text, at, "'", true);
                case TEXT_BLOCK -> inside(text, at, TEXT_BLOCK_QUOTES, true);
            };
        }
    }

    private int code(String text, int at) {
        if (text.startsWith("//", at)) {
            return enter(Place.LINE_COMMENT, at, 2);
        }
        if (text.startsWith("/*", at)) {
            return enter(Place.BLOCK_COMMENT, at, 2);
        }
        char c = text.charAt(at);
        if (!Character.isWhitespace(c)) {
            last = c;
            hasContent = true;
        }
        switch (c) {
            case '(', '[', '{' -> depth++;
            case ')', ']', '}' -> depth = Math.max(0, depth - 1);
            case '\'' -> {
                return enter(Place.CHARACTER, at, 1);
            }
            case '"' -> {
                return text.startsWith(TEXT_BLOCK_QUOTES, at) ? enter(Place.TEXT_BLOCK, at, 3)
                        : enter(Place.STRING, at, 1);
            }
            default -> { }
        }
        return 1;
    }

    private int inside(String text, int at, String end, boolean hasEscapes) {
        if (text.startsWith(end, at)) {
            return leave(end.length());
        }
        boolean escape = hasEscapes && text.charAt(at) == '\\' && !text.startsWith("\n", at + 1);
        return escape ? 2 : 1;
    }

    private int enter(Place where, int at, int length) {
        place = where;
        begin = at;
        return length;
    }

    private int leave(int length) {
        place = Place.CODE;
        return length;
    }

    /** Goes on as after a complete statement. */
    void beginStatement() {
        last = ';';
        hasContent = false;
    }

    Place place() {
        return place;
    }

    /** Where the comment or literal begins that was read last. */
    int begin() {
        return begin;
    }

    /** Whether something stands since the last {@link #beginStatement} that is no white space and no whole comment. */
    boolean hasContent() {
        return hasContent || place == Place.BLOCK_COMMENT;
    }

    /** Whether what was read ends outside of brackets, comments and literals. */
    boolean isOutside() {
        return place == Place.CODE && depth == 0;
    }

    /** Whether a statement must begin here, because what was read ends with one. */
    boolean isBetweenStatements() {
        return isOutside() && (last == ';' || last == '}');
    }
}
