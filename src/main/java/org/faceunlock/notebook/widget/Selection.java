package org.faceunlock.notebook.widget;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One choice among several; the page knows the labels and an index, the values stay in the kernel.
 *
 * @param <T> what is chosen
 */
public abstract class Selection<T> extends ValueWidget<T> {
    private static final String INDEX = "index";
    private static final String LABELS = "_options_labels";
    private List<T> values;

    Selection(ModelKind kind, Style style, String description, Map<String, T> options) {
        super(kind, style, description, INDEX);
        if (options.isEmpty()) {
            throw new IllegalArgumentException("options: expected at least one to choose from, found none");
        }
        values = List.copyOf(options.values());
        initial(LABELS, List.copyOf(options.keySet()));
        initial(INDEX, 0);
    }

    /** The chosen value; the first one before anything is chosen. */
    @Override
    public final synchronized T value() {
        return values.get((Integer) get(INDEX));
    }

    /** Chooses a value, which must be among the options. */
    @Override
    public final void value(T value) {
        int index = values().indexOf(value);
        if (index < 0) {
            throw new IllegalArgumentException("value: expected one of " + labels() + ", found " + value);
        }
        set(INDEX, index);
    }

    /** Offers other values; the chosen one stays chosen if it is among them, else the first is. */
    public final void options(Map<String, T> options) {
        if (options.isEmpty()) {
            throw new IllegalArgumentException("options: expected at least one to choose from, found none");
        }
        T before = value();
        int kept = Math.max(0, new ArrayList<>(options.values()).indexOf(before));
        holdSync(() -> {
            synchronized (this) {
                values = List.copyOf(options.values());
                put(LABELS, List.copyOf(options.keySet()));
                put(INDEX, kept);
            }
        });
        if (!before.equals(value())) {
            changed(Set.of(INDEX));
        }
    }

    /** All values, in the order of their labels. */
    public final synchronized List<T> values() {
        return values;
    }

    /** The label of the chosen value. */
    public final synchronized String label() {
        return String.valueOf(labels().get((Integer) get(INDEX)));
    }

    private List<Object> labels() {
        return CommCodec.listAt(get(LABELS));
    }

    @Override
    String valueText() {
        return label();
    }

    @Override
    Object fromPage(String key, Object value) {
        if (!INDEX.equals(key)) {
            return value;
        }
        if (value instanceof Number index && index.doubleValue() >= 0 && index.doubleValue() < values.size()) {
            return index.intValue();
        }
        throw new IllegalArgumentException("index: expected 0 to " + (values.size() - 1) + ", found " + value);
    }

    /** Labels for values: a path's file name, the whole path where two files share a name, other values as text. */
    static <T> Map<String, T> labelled(List<? extends T> values) {
        Map<String, T> labelled = new LinkedHashMap<>();
        for (T value : values) {
            String label = fileName(value)
                    .filter(name -> values.stream().filter(v -> fileName(v).equals(Optional.of(name))).count() == 1)
                    .orElseGet(() -> String.valueOf(value));
            if (labelled.putIfAbsent(label, value) != null) {
                throw new IllegalArgumentException("options: expected different ones, found " + label + " twice");
            }
        }
        return labelled;
    }

    private static Optional<String> fileName(Object value) {
        return Optional.of(value).filter(Path.class::isInstance)
                .map(path -> String.valueOf(((Path) path).getFileName()));
    }
}
