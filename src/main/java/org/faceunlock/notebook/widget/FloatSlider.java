package org.faceunlock.notebook.widget;

import java.math.BigDecimal;
import java.math.MathContext;

/** A slider for a number with a fraction; two digits of it are shown. */
public final class FloatSlider extends Slider<Double> {
    private static final MathContext DIGITS = new MathContext(12);

    /** A slider from {@code min} to {@code max}, both included; {@code value} is where it stands first. */
    public FloatSlider(String description, double min, double max, double step, double value) {
        super(ModelKind.control("FloatSlider"), description, min, max, step, value, ".2f");
    }

    /** The page adds steps to the minimum and sends 0.8000000000000003 for 0.8: twelve digits are meant. */
    @Override
    Double number(Number fromPage) {
        double value = fromPage.doubleValue();
        return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : value;
    }
}
