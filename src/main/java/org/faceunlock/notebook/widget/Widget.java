package org.faceunlock.notebook.widget;

import java.util.List;
import java.util.stream.Stream;

/** A model that a page draws. */
public abstract class Widget extends Model {
    private final Layout layout = new Layout();

    Widget(ModelKind kind) {
        super(kind);
        initial("_dom_classes", List.of());
        initial("layout", layout);
        initial("tabbable", null);
        initial("tooltip", null);
    }

    /** Size, margin, border and the like. */
    public final Layout layout() {
        return layout;
    }

    /** Text that appears while the pointer rests on the widget. */
    public final void tooltip(String text) {
        set("tooltip", text);
    }

    /** The widget as HTML that needs no program: what GitHub and an exported page show. */
    public abstract String snapshot();

    /** This widget and all that it holds. */
    Stream<Widget> andAllInside() {
        return Stream.of(this);
    }
}
