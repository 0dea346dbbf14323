package org.faceunlock.notebook.widget;

import java.util.List;

/**
 * Where and how large a widget is, in the words of CSS.
 *
 * <p>An {@link Image} in a box stretches over its full width unless its layout has a width.
 */
public final class Layout extends Model {
    private static final List<String> PROPERTIES = List.of("align_content", "align_items", "align_self",
            "border_bottom", "border_left", "border_right", "border_top", "bottom", "display", "flex", "flex_flow",
            "grid_area", "grid_auto_columns", "grid_auto_flow", "grid_auto_rows", "grid_column", "grid_gap",
            "grid_row", "grid_template_areas", "grid_template_columns", "grid_template_rows", "height",
            "justify_content", "justify_items", "left", "margin", "max_height", "max_width", "min_height",
            "min_width", "object_fit", "object_position", "order", "overflow", "padding", "right", "top",
            "visibility", "width");

    Layout() {
        super(ModelKind.layout());
        PROPERTIES.forEach(property -> initial(property, null));
    }

    /** The width, as "300px" or "50%". */
    public Layout width(String css) {
        return with("width", css);
    }

    /** The height, as "300px". */
    public Layout height(String css) {
        return with("height", css);
    }

    /** The space outside the border, as "0 8px". */
    public Layout margin(String css) {
        return with("margin", css);
    }

    /** The space inside the border. */
    public Layout padding(String css) {
        return with("padding", css);
    }

    /** The border on all four sides, as "1px solid grey". */
    public Layout border(String css) {
        holdSync(() -> List.of("border_bottom", "border_left", "border_right", "border_top")
                .forEach(side -> set(side, css)));
        return this;
    }

    /** Any property by its name in the protocol: CSS with underscores, as "align_items". */
    public Layout with(String property, String css) {
        if (!PROPERTIES.contains(property)) {
            throw new IllegalArgumentException("property: expected one of " + PROPERTIES + ", found " + property);
        }
        set(property, css);
        return this;
    }
}
