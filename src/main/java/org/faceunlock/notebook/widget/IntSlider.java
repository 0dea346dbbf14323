package org.faceunlock.notebook.widget;

/** A slider for a whole number. */
public final class IntSlider extends Slider<Integer> {
    /** A slider from {@code min} to {@code max}, both included; {@code value} is where it stands first. */
    public IntSlider(String description, int min, int max, int step, int value) {
        super(ModelKind.control("IntSlider"), description, min, max, step, value, "d");
    }

    @Override
    Integer number(Number fromPage) {
        return Math.toIntExact(Math.round(fromPage.doubleValue()));
    }
}
