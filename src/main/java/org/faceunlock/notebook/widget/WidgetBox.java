package org.faceunlock.notebook.widget;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A widget that holds others. */
public abstract class WidgetBox extends Widget {
    private static final String CHILDREN = "children";

    WidgetBox(ModelKind kind, List<? extends Widget> children) {
        super(kind);
        initial("box_style", "");
        initial(CHILDREN, List.copyOf(children));
    }

    /** What the box holds, in the order shown. */
    public final List<Widget> children() {
        return CommCodec.listAt(get(CHILDREN)).stream().map(Widget.class::cast).toList();
    }

    /** Puts other widgets into the box; the former ones are not closed. */
    public final void children(List<? extends Widget> children) {
        set(CHILDREN, List.copyOf(children));
    }

    @Override
    Stream<Widget> andAllInside() {
        return Stream.concat(Stream.of(this), children().stream().flatMap(Widget::andAllInside));
    }

    @Override
    Object fromPage(String key, Object value) {
        return CHILDREN.equals(key) ? get(key) : value;
    }

    @Override
    public String snapshot() {
        return children().stream().map(Widget::snapshot).collect(Collectors.joining("\n", "<div>", "</div>"));
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + children();
    }
}
