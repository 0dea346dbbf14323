package org.faceunlock.notebook.widget;

import java.util.List;

/** Widgets one below the other. */
public final class VBox extends WidgetBox {
    /** Widgets one below the other, in this order. */
    public VBox(Widget... children) {
        super(ModelKind.control("VBox"), List.of(children));
    }
}
