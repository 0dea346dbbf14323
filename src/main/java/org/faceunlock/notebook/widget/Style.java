package org.faceunlock.notebook.widget;

import java.util.Arrays;
import java.util.List;

/** Colours and lettering of a widget's own parts; which there are depends on the widget. */
public final class Style extends Model {
    private static final String[] FONT = {"font_family", "font_size", "font_style", "font_variant", "font_weight",
        "text_color", "text_decoration"};
    private final List<String> properties;

    private Style(String name, String... properties) {
        super(ModelKind.style(name));
        this.properties = List.of(properties);
        this.properties.forEach(property -> initial(property, null));
    }

    static Style described(String name, String... properties) {
        String[] all = Arrays.copyOf(properties, properties.length + 1);
        all[properties.length] = "description_width";
        Style style = new Style(name, all);
        style.initial("description_width", "");
        return style;
    }

    static Style described() {
        return described("DescriptionStyle");
    }

    static Style button() {
        return new Style("ButtonStyle", plus("button_color"));
    }

    static Style label() {
        return described("LabelStyle", plus("background"));
    }

    static Style html() {
        return described("HTMLStyle", "background", "font_size", "text_color");
    }

    static Style toggleButtons() {
        Style style = described("ToggleButtonsStyle", "button_width", "font_weight");
        style.initial("button_width", "");
        style.initial("font_weight", "");
        return style;
    }

    private static String[] plus(String first) {
        String[] all = Arrays.copyOf(FONT, FONT.length + 1);
        all[FONT.length] = first;
        return all;
    }

    /** The width of the description beside the widget: CSS, "initial" for as wide as it is, "" for the usual 80px. */
    public Style descriptionWidth(String css) {
        return with("description_width", css);
    }

    /** Any property that this widget's style has, by its name in the protocol, as "handle_color". */
    public Style with(String property, String css) {
        if (!properties.contains(property)) {
            throw new IllegalArgumentException("property: expected one of " + properties + ", found " + property);
        }
        set(property, css);
        return this;
    }
}
