package org.faceunlock.notebook.widget;

import java.util.List;
import java.util.Map;

/** A list that unfolds, for one choice among many. */
public final class Dropdown<T> extends Selection<T> {
    private Dropdown(String description, Map<String, T> options) {
        super(ModelKind.control("Dropdown"), Style.described(), description, options);
    }

    /** A choice among values, each with its text as label; of a path, the file name. */
    public static <T> Dropdown<T> of(String description, List<? extends T> values) {
        return new Dropdown<>(description, labelled(values));
    }

    /** A choice among values under labels of their own, in the map's order. */
    public static <T> Dropdown<T> of(String description, Map<String, T> options) {
        return new Dropdown<>(description, options);
    }
}
