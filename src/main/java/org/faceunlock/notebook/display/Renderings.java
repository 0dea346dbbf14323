package org.faceunlock.notebook.display;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * How values look: from a class to the function that renders its instances.
 *
 * <p>A value is rendered by the first registered type it is an instance of, later registrations first; a value of no
 * registered type is its {@code toString}. A rendering that fails shows why beside the plain text, never nothing.
 * Safe for use by many threads.
 */
public final class Renderings {
    private final Map<Class<?>, Function<Object, MimeBundle>> byType = new LinkedHashMap<>();

    /** Registers how instances of a type, its subtypes included, are rendered; the newest registration wins. */
    public synchronized <T> Renderings register(Class<T> type, Function<? super T, MimeBundle> rendering) {
        Objects.requireNonNull(rendering, "rendering");
        byType.remove(type);
        byType.put(type, value -> rendering.apply(type.cast(value)));
        return this;
    }

    /** The registered types, oldest first; a kernel hands them on to its own renderer. */
    public synchronized Class<?>[] types() {
        return byType.keySet().toArray(new Class<?>[0]);
    }

    /** The forms of a value; null is the text "null". */
    public MimeBundle render(Object value) {
        if (value instanceof MimeBundle bundle) {
            return bundle;
        }
        try {
            return rendering(value).apply(value);
        } catch (RuntimeException e) {
            return MimeBundle.text(plain(value) + "\n(no richer picture of it: " + e + ")");
        }
    }

    private synchronized Function<Object, MimeBundle> rendering(Object value) {
        Function<Object, MimeBundle> found = other -> MimeBundle.text(plain(other));
        for (Map.Entry<Class<?>, Function<Object, MimeBundle>> entry : byType.entrySet()) {
            if (entry.getKey().isInstance(value)) {
                found = entry.getValue();
            }
        }
        return found;
    }

    private static String plain(Object value) {
        try {
            return String.valueOf(value);
        } catch (RuntimeException e) {
            return value.getClass().getName() + " (its toString failed: " + e + ")";
        }
    }
}
