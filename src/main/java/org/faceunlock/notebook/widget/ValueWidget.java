package org.faceunlock.notebook.widget;

import java.util.Set;
import java.util.function.Consumer;
import org.faceunlock.notebook.display.Html;

/**
 * A widget with a value that the page or the program changes.
 *
 * @param <T> what the value is
 */
public abstract class ValueWidget<T> extends DescribedWidget {
    private final String valueKey;
    private final Listeners<T> listeners = new Listeners<>();

    ValueWidget(ModelKind kind, Style style, String description, String valueKey) {
        super(kind, style, description);
        this.valueKey = valueKey;
        initial("disabled", false);
    }

    /** The value now. */
    public abstract T value();

    /** Sets the value, on the page too; observers hear of it if it differs. */
    public abstract void value(T value);

    /** Calls back with every new value, from the page or from {@link #value(Object)}, until the subscription ends. */
    public final Subscription observe(Consumer<? super T> callback) {
        return listeners.add(callback);
    }

    /** Greys the widget out, or makes it answer again. */
    public final void disabled(boolean disabled) {
        set("disabled", disabled);
    }

    /** The value in words. */
    String valueText() {
        return String.valueOf(value());
    }

    @Override
    void changed(Set<String> keys) {
        if (keys.contains(valueKey)) {
            listeners.notify(value());
        }
    }

    @Override
    public String snapshot() {
        return snapshotOf("<b>" + Html.escape(valueText()) + "</b>");
    }

    @Override
    public String toString() {
        return super.toString() + " = " + valueText();
    }
}
