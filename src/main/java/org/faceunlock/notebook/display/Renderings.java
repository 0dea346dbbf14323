package org.faceunlock.notebook.display;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How values look: from a class to the function that renders its instances.
 *
 * <p>A value is rendered by the first registered type it is an instance of, later registrations first; a value of no
 * registered type is its text, arrays and collections element by element. A rendering that fails, by whatever it
 * throws, shows why beside the plain text, never nothing. What {@code printf} returns shows nothing.
 * Safe for use by many threads.
 */
public final class Renderings {
    private final Map<Class<?>, Function<Object, MimeBundle>> byType = new LinkedHashMap<>();

    /** Renderings of texts alone; {@link FaceDisplays#register} adds those of this library. */
    public Renderings() {
        register(PrintStream.class, stream -> MimeBundle.NOTHING);
        register(PrintWriter.class, writer -> MimeBundle.NOTHING);
    }

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
        return value instanceof MimeBundle bundle ? bundle : guarded(value, () -> rendering(value).apply(value));
    }

    /** What a rendering makes of a value; where it throws, whatever that is, the plain text and the failure. */
    public static MimeBundle guarded(Object value, Supplier<MimeBundle> rendering) {
        try {
            return Objects.requireNonNull(rendering.get(), "the rendering is null");
        } catch (Throwable t) {
            return MimeBundle.text(PlainText.of(value) + "\n(no richer picture of it: " + Failures.line(t) + ")");
        }
    }

    private synchronized Function<Object, MimeBundle> rendering(Object value) {
        Function<Object, MimeBundle> found = other -> MimeBundle.text(PlainText.of(other));
        for (Map.Entry<Class<?>, Function<Object, MimeBundle>> entry : byType.entrySet()) {
            if (entry.getKey().isInstance(value)) {
                found = entry.getValue();
            }
        }
        return found;
    }
}
