package org.faceunlock.notebook.widget;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Callbacks in the order they came; all of them run, and the first failure is thrown when they have. Thread-safe. */
final class Listeners<T> {
    private final List<Entry<T>> entries = new CopyOnWriteArrayList<>();

    private record Entry<T>(Consumer<? super T> callback, Object identity) {
    }

    Subscription add(Consumer<? super T> callback) {
        Entry<T> entry = new Entry<>(Objects.requireNonNull(callback, "callback"), new Object());
        entries.add(entry);
        return () -> entries.remove(entry);
    }

    void notify(T value) {
        Throwable first = null;
        for (Entry<T> entry : entries) {
            try {
                entry.callback().accept(value);
            } catch (RuntimeException | Error e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first instanceof RuntimeException e) {
            throw e;
        }
        if (first instanceof Error e) {
            throw e;
        }
    }
}
