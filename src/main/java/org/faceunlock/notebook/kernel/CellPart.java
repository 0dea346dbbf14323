package org.faceunlock.notebook.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of a cell: Java, or a magic.
 *
 * <p>A line that begins with % and a name is a magic where a statement of Java could begin; in comments, text blocks,
 * brackets and expressions that go on from the line before it is none.
 *
 * @param magic the magic's name with its % or %%; empty for Java
 * @param from its first character in the cell
 * @param argumentsFrom where a magic's arguments begin, or its first character if it is Java
 * @param to the character after its last; for a magic with %% that of the cell
 */
record CellPart(String magic, int from, int argumentsFrom, int to) {
    private static final Pattern MAGIC = Pattern.compile("[ \t]*(%%?(?:[\\p{L}_][\\p{L}\\p{N}_]*|(?=\\s*$)))[ \t]*");

    /**
     * The parts of a cell that are more than comments and white space.
     *
     * @param isMagic whether a name is meant as a magic's after a statement without its semicolon, where it could also
     *     be that of a variable after the operator %
     */
    static List<CellPart> of(String cell, Predicate<String> isMagic) {
        List<CellPart> parts = new ArrayList<>();
        JavaScanner scanner = new JavaScanner();
        int begin = 0;
        for (int line = 0, next; line < cell.length(); line = next) {
            int end = cell.indexOf('\n', line) < 0 ? cell.length() : cell.indexOf('\n', line);
            next = Math.min(cell.length(), end + 1);
            Matcher magic = MAGIC.matcher(cell).region(line, end);
            if (magic.lookingAt() && (scanner.isBetweenStatements() || scanner.isOutside()
                    && isMagic.test(magic.group(1).replace("%", "")))) {
                addJava(parts, scanner, begin, line);
                next = magic.group(1).startsWith("%%") ? cell.length() : next;
                parts.add(new CellPart(magic.group(1), magic.start(1), magic.end(),
                        next == cell.length() ? next : end));
                scanner.beginStatement();
                begin = next;
            } else {
                scanner.read(cell, line, next);
            }
        }
        addJava(parts, scanner, begin, cell.length());
        return parts;
    }

    private static void addJava(List<CellPart> parts, JavaScanner scanner, int from, int to) {
        if (scanner.hasContent()) {
            parts.add(new CellPart("", from, from, to));
        }
    }

    boolean isJava() {
        return magic.isEmpty();
    }

    /** Whether the magic takes the rest of the cell. */
    boolean isCellMagic() {
        return magic.startsWith("%%");
    }

    /** The magic's name without %. */
    String name() {
        return magic.replace("%", "");
    }

    /** A magic's arguments: the rest of its line, or of the cell, without white space around. */
    String arguments(String cell) {
        return cell.substring(argumentsFrom, to).strip();
    }

    /** The cell up to the end of this part, with spaces for all that is not this Java or these arguments. */
    String alone(String cell) {
        return blank(cell, 0, argumentsFrom).substring(0, to);
    }

    /** A text with spaces in the place of some characters; lines and places stay. */
    static String blank(String text, int from, int to) {
        StringBuilder blanked = new StringBuilder(text);
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != '\n') {
                blanked.setCharAt(i, ' ');
            }
        }
        return blanked.toString();
    }
}
