package org.faceunlock.notebook.widget;

/** A bar that fills. */
public final class IntProgress extends DescribedWidget {
    private static final String VALUE = "value";
    private final int min;
    private final int max;

    /** An empty bar that is full at {@code max}. */
    public IntProgress(String description, int min, int max) {
        super(ModelKind.control("IntProgress", "Progress"), Style.described("ProgressStyle", "bar_color"),
                description);
        if (min > max) {
            throw new IllegalArgumentException("min: expected at most max = " + max + ", found " + min);
        }
        this.min = min;
        this.max = max;
        initial("bar_style", "");
        initial("max", max);
        initial("min", min);
        initial("orientation", "horizontal");
        initial(VALUE, min);
    }

    /** How far the bar is. */
    public int value() {
        return (Integer) get(VALUE);
    }

    /** Fills the bar so far; values beyond its ends fill it to the end. */
    public void value(int value) {
        set(VALUE, Math.max(min, Math.min(max, value)));
    }

    /** The page draws the bar and never moves it. */
    @Override
    Object fromPage(String key, Object value) {
        return get(key);
    }

    @Override
    public String snapshot() {
        return snapshotOf("<b>" + value() + " of " + max + "</b>");
    }
}
