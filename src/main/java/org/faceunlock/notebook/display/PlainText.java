package org.faceunlock.notebook.display;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The text of any value, at most {@value #MOST_CHARACTERS} characters of it and a line that says how much was left out.
 *
 * <p>Arrays and Java's own collections are written element by element and only as far as they are shown; one that holds
 * itself, or lies deeper than {@value #DEEPEST}, is not entered. Every other value is its {@code toString}; what that
 * throws, of whatever kind, is told in its place.
 */
final class PlainText {
    static final int MOST_CHARACTERS = 100_000;
    static final int DEEPEST = 40;
    private final StringBuilder text = new StringBuilder();
    private final List<Object> entered = new ArrayList<>();
    private long elementsLeft;
    private long charactersLeft;

    private PlainText() {
    }

    static String of(Object value) {
        PlainText plain = new PlainText();
        if (value instanceof Enum<?> constant) {
            plain.text.append(constant.getDeclaringClass().getSimpleName()).append('.').append(constant.name());
        } else {
            plain.append(value);
        }
        return plain.text + left(plain.elementsLeft, "elements") + left(plain.charactersLeft, "characters");
    }

    /** A text that is no longer than {@code most}, or its beginning and how much is missing. */
    static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + left(text.length() - most, "characters");
    }

    /** The class of a value in one word. */
    static String name(Object value) {
        String name = value.getClass().getSimpleName();
        return name.isEmpty() ? value.getClass().getName() : name;
    }

    private static String left(long count, String what) {
        return count == 0 ? "" : String.format(Locale.ROOT, "\n(%,d more %s are not shown)", count, what);
    }

    private void append(Object value) {
        try {
            if (value != null && value.getClass().isArray()) {
                sequence(value, Array.getLength(value), IntStream.range(0, Array.getLength(value))
                        .mapToObj(index -> Array.get(value, index)).iterator(), "[]");
            } else if (value instanceof Collection<?> collection && isWrittenByJava(value)) {
                sequence(value, collection.size(), collection.iterator(), "[]");
            } else if (value instanceof Map<?, ?> map && isWrittenByJava(value)) {
                sequence(value, map.size(), map.entrySet().iterator(), "{}");
            } else if (value instanceof Map.Entry<?, ?> entry && isWrittenByJava(value)) {
                append(entry.getKey());
                text.append('=');
                append(entry.getValue());
            } else {
                characters(value instanceof StringBuilder builder ? builder : text(value));
            }
        } catch (Throwable t) {
            text.append(name(value)).append(" (its text could not be made: ").append(Failures.line(t)).append(')');
        }
    }

    private static String text(Object value) throws NoSuchMethodException {
        String said = value == null || writer(value) != Object.class ? Objects.toString(value)
                : name(value) + "@" + Integer.toHexString(System.identityHashCode(value));
        return said == null ? "null" : said;
    }

    private static boolean isWrittenByJava(Object value) throws NoSuchMethodException {
        return writer(value).getPackageName().startsWith("java.");
    }

    /** The class that a value has its toString from. */
    private static Class<?> writer(Object value) throws NoSuchMethodException {
        return value.getClass().getMethod("toString").getDeclaringClass();
    }

    private void sequence(Object whole, int size, Iterator<?> elements, String brackets) {
        text.append(brackets.charAt(0));
        if (entered.stream().anyMatch(outer -> outer == whole)) {
            text.append("itself");
        } else if (entered.size() == DEEPEST) {
            text.append("...");
        } else {
            entered.add(whole);
            try {
                elements(size, elements);
            } finally {
                entered.remove(entered.size() - 1);
            }
        }
        text.append(brackets.charAt(1));
    }

    private void elements(int size, Iterator<?> elements) {
        for (int i = 0; elements.hasNext(); i++) {
            text.append(i == 0 ? "" : ", ");
            if (text.length() >= MOST_CHARACTERS) {
                elementsLeft += size - i;
                text.append("...");
                return;
            }
            append(elements.next());
        }
    }

    private void characters(CharSequence all) {
        int shown = Math.max(0, Math.min(all.length(), MOST_CHARACTERS - text.length()));
        text.append(all, 0, shown);
        charactersLeft += all.length() - shown;
    }
}
