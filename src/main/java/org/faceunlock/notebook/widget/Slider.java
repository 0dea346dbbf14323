package org.faceunlock.notebook.widget;

/**
 * A number between two others, set by dragging.
 *
 * @param <T> Integer or Double
 */
public abstract class Slider<T extends Number & Comparable<T>> extends ValueWidget<T> {
    private static final String VALUE = "value";
    private final T min;
    private final T max;

    Slider(ModelKind kind, String description, T min, T max, T step, T value, String readoutFormat) {
        super(kind, Style.described("SliderStyle", "handle_color"), description, VALUE);
        if (min.compareTo(max) > 0) {
            throw new IllegalArgumentException("min: expected at most max = " + max + ", found " + min);
        }
        if (step.doubleValue() <= 0) {
            throw new IllegalArgumentException("step: expected more than 0, found " + step);
        }
        this.min = min;
        this.max = max;
        initial("behavior", "drag-tap");
        initial("continuous_update", true);
        initial("max", max);
        initial("min", min);
        initial("orientation", "horizontal");
        initial("readout", true);
        initial("readout_format", readoutFormat);
        initial("step", step);
        initial(VALUE, inside(value));
    }

    /** A finite number of this slider's type from one that the page sent. */
    abstract T number(Number fromPage);

    @Override
    public final T value() {
        return number((Number) get(VALUE));
    }

    /** Moves the slider; a value beyond its ends is an error. */
    @Override
    public final void value(T value) {
        set(VALUE, inside(value));
    }

    /** Whether values come while the slider moves, or only when it is let go; at first, while it moves. */
    public final void continuousUpdate(boolean whileMoving) {
        set("continuous_update", whileMoving);
    }

    /** How the number is written, in the words of d3-format: ".2f", "d". */
    public final void readoutFormat(String format) {
        set("readout_format", format);
    }

    private T inside(T value) {
        if (!(value.compareTo(min) >= 0 && value.compareTo(max) <= 0)) {
            throw new IllegalArgumentException(
                    "value: expected " + min + " to " + max + ", found " + value + "; change the ends or the value");
        }
        return value;
    }

    @Override
    final Object fromPage(String key, Object value) {
        if (!VALUE.equals(key)) {
            return value;
        }
        if (value instanceof Number number) {
            return inside(number(number));
        }
        throw new IllegalArgumentException("value: expected a number, found " + value);
    }
}
