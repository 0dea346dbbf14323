package org.faceunlock.notebook.kernel;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;

/**
 * Where in cells the lines of compiled classes stand.
 *
 * <p>Kept for each class as it was when it was loaded: one that is compiled to the same again goes on with its old
 * lines.
 */
final class CellLines {
    private final Map<String, NavigableMap<Integer, Place>> classes = new HashMap<>();

    /** A line of a cell, from 1. */
    record Place(CellSource source, int line) {
        @Override
        public String toString() {
            return "cell " + source.cell() + ", line " + line;
        }
    }

    /** Notes the lines of a class that was loaded, as far as they come from a snippet; others may share the class. */
    void add(SnippetWrapper wrapper, CellSource source) {
        NavigableMap<Integer, Place> lines = classes.computeIfAbsent(wrapper.fullClassName(), name -> new TreeMap<>());
        String code = wrapper.wrapped();
        int number = 0;
        for (int begin = 0; begin < code.length(); begin = end(code, begin) + 1) {
            number++;
            String text = code.substring(begin, end(code, begin));
            int at = origin(wrapper, begin, text);
            if (at >= 0) {
                Place place = new Place(source, source.lineAt(0)
                        + (int) wrapper.source().substring(0, at).chars().filter(c -> c == '\n').count());
                lines.merge(number, place, (old, now) -> isLine(now, text) || !isLine(old, text) ? now : old);
            }
        }
    }

    private static int end(String code, int begin) {
        int end = code.indexOf('\n', begin);
        return end < 0 ? code.length() : end;
    }

    /** The place in the snippet of the first character of a line that comes from there; -1 if none does. */
    private static int origin(SnippetWrapper wrapper, int begin, String text) {
        for (int i = 0; i < text.length(); i++) {
            int at = Character.isWhitespace(text.charAt(i)) ? -1 : wrapper.wrappedToSourcePosition(begin + i);
            if (at >= 0 && at < wrapper.source().length() && wrapper.source().charAt(at) == text.charAt(i)
                    && wrapper.sourceToWrappedPosition(at) == begin + i) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isLine(Place place, String text) {
        return place.source().textOf(place.line()).contains(text.strip());
    }

    /** Where a frame of the stack stands; what JShell adds counts to what follows. Empty for one not of a cell. */
    Optional<Place> of(StackTraceElement frame) {
        String wrapper = frame.getClassName();
        int nested = wrapper.indexOf('$', "REPL.$JShell$".length());
        return Optional.ofNullable(classes.get(nested < 0 ? wrapper : wrapper.substring(0, nested)))
                .map(lines -> Optional.ofNullable(lines.ceilingEntry(frame.getLineNumber()))
                        .orElseGet(lines::lastEntry)).map(Map.Entry::getValue);
    }
}
