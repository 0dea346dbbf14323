package org.faceunlock.notebook.widget;

import org.faceunlock.notebook.display.Html;

/** A widget with words beside it. */
public abstract class DescribedWidget extends Widget {
    private final Style style;

    DescribedWidget(ModelKind kind, Style style, String description) {
        super(kind);
        this.style = style;
        initial("style", style);
        initial("description", description);
        initial("description_allow_html", false);
    }

    /** Colours and lettering. */
    public final Style style() {
        return style;
    }

    /** The words beside the widget. */
    public final String description() {
        return (String) get("description");
    }

    /** Changes the words beside the widget. */
    public final void description(String text) {
        set("description", text);
    }

    /** The words beside the widget and what it says, as HTML. */
    final String snapshotOf(String said) {
        String words = description().isEmpty() ? "" : Html.escape(description()) + ": ";
        return "<div>" + words + said + "</div>";
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + (description().isEmpty() ? "" : " " + description());
    }
}
