package org.faceunlock.notebook.widget;

/** A slider for a number with a fraction; two digits of it are shown. */
public final class FloatSlider extends Slider<Double> {
    /** A slider from {@code min} to {@code max}, both included; {@code value} is where it stands first. */
    public FloatSlider(String description, double min, double max, double step, double value) {
        super(ModelKind.control("FloatSlider"), description, min, max, step, value, ".2f");
    }

    @Override
    Double number(Number fromPage) {
        return fromPage.doubleValue();
    }
}
