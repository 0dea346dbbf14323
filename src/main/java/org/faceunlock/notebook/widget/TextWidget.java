package org.faceunlock.notebook.widget;

/** Words on the page that the program changes. */
public abstract class TextWidget extends DescribedWidget {
    private static final String VALUE = "value";

    TextWidget(ModelKind kind, Style style, String value) {
        super(kind, style, "");
        initial("placeholder", "\u200b");
        initial(VALUE, value);
    }

    /** What stands there now. */
    public final String value() {
        return (String) get(VALUE);
    }

    /** Puts other words there. */
    public final void value(String value) {
        set(VALUE, value);
    }
}
