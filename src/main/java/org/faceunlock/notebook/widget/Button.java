package org.faceunlock.notebook.widget;

import java.util.Map;
import org.faceunlock.notebook.display.Html;

/** A button that does something when it is clicked. */
public final class Button extends Widget {
    private static final String DESCRIPTION = "description";
    private final Style style = Style.button();
    private final Listeners<Button> clicks = new Listeners<>();

    /** A button with these words on it. */
    public Button(String description) {
        super(ModelKind.control("Button"));
        initial("style", style);
        initial("button_style", "");
        initial(DESCRIPTION, description);
        initial("disabled", false);
        initial("icon", "");
    }

    /** Runs with every click until the subscription ends. */
    public Subscription onClick(Runnable callback) {
        return clicks.add(button -> callback.run());
    }

    /** Greys the button out, or makes it answer again. */
    public void disabled(boolean disabled) {
        set("disabled", disabled);
    }

    /** Changes the words on the button. */
    public void description(String text) {
        set(DESCRIPTION, text);
    }

    /** Colours and lettering. */
    public Style style() {
        return style;
    }

    @Override
    void custom(Map<String, Object> content) {
        if ("click".equals(content.get("event"))) {
            clicks.notify(this);
        }
    }

    @Override
    public String snapshot() {
        return "<div>[" + Html.escape((String) get(DESCRIPTION)) + "]</div>";
    }

    @Override
    public String toString() {
        return "Button " + get(DESCRIPTION);
    }
}
