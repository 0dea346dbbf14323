package org.faceunlock.notebook.widget;

import java.util.List;
import java.util.Map;

/** Buttons in a row of which one is pressed, for one choice among few. */
public final class ToggleButtons<T> extends Selection<T> {
    private ToggleButtons(String description, Map<String, T> options) {
        super(ModelKind.control("ToggleButtons"), Style.toggleButtons(), description, options);
        initial("button_style", "");
        initial("icons", List.of());
        initial("tooltips", List.of());
    }

    /** A choice among values, each with its text as label; of a path, the file name. */
    public static <T> ToggleButtons<T> of(String description, List<? extends T> values) {
        return new ToggleButtons<>(description, labelled(values));
    }

    /** A choice among values under labels of their own, in the map's order. */
    public static <T> ToggleButtons<T> of(String description, Map<String, T> options) {
        return new ToggleButtons<>(description, options);
    }
}
