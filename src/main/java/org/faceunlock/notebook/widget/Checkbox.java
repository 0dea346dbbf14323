package org.faceunlock.notebook.widget;

/** Yes or no. */
public final class Checkbox extends ValueWidget<Boolean> {
    private static final String VALUE = "value";

    /** A box with words beside it, ticked if {@code value}. */
    public Checkbox(String description, boolean value) {
        super(ModelKind.control("Checkbox"), Style.described("CheckboxStyle", "background"), description, VALUE);
        initial("indent", true);
        initial(VALUE, value);
    }

    @Override
    public Boolean value() {
        return (Boolean) get(VALUE);
    }

    @Override
    public void value(Boolean value) {
        set(VALUE, value);
    }

    @Override
    Object fromPage(String key, Object value) {
        if (VALUE.equals(key) && !(value instanceof Boolean)) {
            throw new IllegalArgumentException("value: expected true or false, found " + value);
        }
        return value;
    }

    @Override
    String valueText() {
        return value() ? "yes" : "no";
    }
}
