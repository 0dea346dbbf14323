package org.faceunlock.notebook.widget;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.faceunlock.notebook.display.Html;

/** Widgets of which one is seen at a time, under tabs with titles. */
public final class Tab extends WidgetBox {
    private static final String SELECTED = "selected_index";
    private final List<String> titles;

    /** A tab for each entry, in the map's order; the first is open. */
    public Tab(Map<String, ? extends Widget> pages) {
        super(ModelKind.control("Tab"), List.copyOf(pages.values()));
        titles = List.copyOf(pages.keySet());
        initial(SELECTED, pages.isEmpty() ? null : 0);
        initial("titles", titles);
    }

    /** Opens a tab, counted from 0. */
    public void open(int index) {
        set(SELECTED, checked(index));
    }

    private Integer checked(int index) {
        if (index < 0 || index >= titles.size()) {
            throw new IllegalArgumentException("index: expected 0 to " + (titles.size() - 1) + ", found " + index);
        }
        return index;
    }

    @Override
    Object fromPage(String key, Object value) {
        return SELECTED.equals(key) && value instanceof Number index
                ? checked(index.intValue()) : super.fromPage(key, value);
    }

    @Override
    public String snapshot() {
        return IntStream.range(0, titles.size())
                .mapToObj(i -> "<h4>" + Html.escape(titles.get(i)) + "</h4>" + children().get(i).snapshot())
                .collect(Collectors.joining("\n", "<div>", "</div>"));
    }
}
