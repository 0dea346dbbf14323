package org.faceunlock.notebook.widget;

import org.faceunlock.notebook.display.Html;

/** A line of plain text on the page. */
public final class Label extends TextWidget {
    /** Shows plain text. */
    public Label(String text) {
        super(ModelKind.control("Label"), Style.label(), text);
    }

    @Override
    public String snapshot() {
        return snapshotOf(Html.escape(value()));
    }

    @Override
    public String toString() {
        return "Label " + value();
    }
}
