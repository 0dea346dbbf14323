package org.faceunlock.notebook.widget;

import java.util.List;
import java.util.stream.Collectors;

/** Widgets side by side. */
public final class HBox extends WidgetBox {
    /** Widgets side by side, in this order. */
    public HBox(Widget... children) {
        super(ModelKind.control("HBox"), List.of(children));
    }

    @Override
    public String snapshot() {
        return children().stream()
                .map(child -> "<div style=\"display:inline-block;vertical-align:top;margin-right:1em\">"
                        + child.snapshot() + "</div>")
                .collect(Collectors.joining("\n", "<div>", "</div>"));
    }
}
