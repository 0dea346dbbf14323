package org.faceunlock.notebook.widget;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The kernel's half of a widget: named state that a page shows and changes.
 *
 * <p>A model lives alone until it is shown or another model that refers to it is; then a {@link WidgetSession} opens
 * it, and from there on every change goes to the page. Safe for use by many threads; callbacks run outside the lock.
 */
public abstract class Model {
    private final ModelKind kind;
    private final SortedMap<String, Object> state = new TreeMap<>();
    private final SortedMap<String, Object> unsent = new TreeMap<>();
    private int holds;
    private Optional<Opened> opened = Optional.empty();

    private record Opened(WidgetSession session, String id) {
    }

    Model(ModelKind kind) {
        this.kind = kind;
        state.putAll(kind.entries());
        state.put("_view_count", null);
    }

    /** Makes several changes and sends them to the page as one message. */
    public final void holdSync(Runnable changes) {
        synchronized (this) {
            holds++;
        }
        try {
            changes.run();
        } finally {
            synchronized (this) {
                holds--;
            }
            flush();
        }
    }

    /** Ends the model on the page; the object keeps its state and can be shown anew. */
    public final void close() {
        place().ifPresent(open -> open.session().close(this));
    }

    /** The id on the page. */
    final String id() {
        return place().map(Opened::id).orElseThrow(() -> new IllegalStateException(
                getClass().getSimpleName() + " is not on a page yet; show it, or a box that holds it"));
    }

    final synchronized boolean isOpen() {
        return opened.isPresent();
    }

    final synchronized void opened(WidgetSession session, String id) {
        opened = Optional.of(new Opened(session, id));
    }

    final synchronized void forgotten() {
        opened = Optional.empty();
    }

    final ModelKind kind() {
        return kind;
    }

    /** All of the state, as it is now. */
    final synchronized SortedMap<String, Object> state() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(state));
    }

    final synchronized Object get(String key) {
        return state.get(key);
    }

    final synchronized boolean has(String key) {
        return state.containsKey(key);
    }

    /** Gives an entry the value that it starts with; nobody is told. For constructors. */
    final synchronized void initial(String key, Object value) {
        state.put(key, value);
    }

    /** Changes an entry from Java: sent to the page if it differs, and observers hear of it. */
    final void set(String key, Object value) {
        if (put(key, value)) {
            changed(Set.of(key));
        }
    }

    /** Changes an entry and sends it to the page, unless it is what it was; the observers are not told. */
    final boolean put(String key, Object value) {
        synchronized (this) {
            if (state.containsKey(key) && Objects.deepEquals(state.get(key), value)) {
                return false;
            }
            state.put(key, value);
            unsent.put(key, value);
        }
        flush();
        return true;
    }

    /** Takes over what the page says, corrects it where the widget disagrees, then tells the observers. */
    final void receive(Map<String, Object> update) {
        Set<String> taken = new LinkedHashSet<>();
        try {
            synchronized (this) {
                update.forEach((key, value) -> {
                    if (state.containsKey(key) && !key.startsWith("_")) {
                        take(key, value, taken);
                    }
                });
            }
        } finally {
            flush();
        }
        if (!taken.isEmpty()) {
            changed(taken);
        }
    }

    private void take(String key, Object value, Set<String> taken) {
        Object before = state.get(key);
        Object now;
        try {
            now = fromPage(key, value);
        } catch (IllegalArgumentException e) {
            unsent.put(key, before);
            throw e;
        }
        state.put(key, now);
        if (!sameOnPage(now, value)) {
            unsent.put(key, now);
        }
        if (!Objects.deepEquals(before, now)) {
            taken.add(key);
        }
    }

    private static boolean sameOnPage(Object ours, Object pages) {
        if (ours instanceof Number a && pages instanceof Number b) {
            return Math.abs(a.doubleValue() - b.doubleValue()) <= 1e-9 * Math.abs(b.doubleValue());
        }
        return ours instanceof List<?> || Objects.deepEquals(ours, pages);
    }

    private void flush() {
        SortedMap<String, Object> now;
        synchronized (this) {
            if (holds > 0 || unsent.isEmpty()) {
                return;
            }
            now = new TreeMap<>(unsent);
            unsent.clear();
        }
        place().ifPresent(open -> open.session().update(this, now));
    }

    private synchronized Optional<Opened> place() {
        return opened;
    }

    /** The value to keep for what the page sent; throws IllegalArgumentException for what makes no sense. */
    Object fromPage(String key, Object value) {
        return value;
    }

    /** Whether other pages are told at once what this page changed; an upload's bytes are not. */
    boolean isEchoed(String key) {
        return true;
    }

    /** Called after entries took another value, from either side. */
    void changed(Set<String> keys) {
    }

    /** Called for a message that is not about state, as a button's click is. */
    void custom(Map<String, Object> content) {
    }

    /** Called before the model is opened on a page. */
    void opening(WidgetSession session) {
    }
}
