package org.faceunlock.notebook.widget;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The fitting control for a kind of value: values to choose from a drop-down, numbers a slider, yes or no a box. */
public final class Control {
    private static final int FLOAT_STEPS = 100;
    private static final String SLIDER_WIDTH = "480px";
    private static final List<String> PICTURES =
            List.of(".jpg", ".jpeg", ".png", ".webp", ".bmp", ".gif", ".tif", ".tiff");

    private Control() {
    }

    /** A drop-down of values: strings, paths, whatever has a text. */
    public static <T> Dropdown<T> of(String name, List<? extends T> values) {
        return Dropdown.of(name, values);
    }

    /** A drop-down of the pictures in a folder, by name; folders within it are not entered. */
    public static Dropdown<Path> of(String name, Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> pictures = files.filter(Control::isPicture).sorted().toList();
            if (pictures.isEmpty()) {
                throw new IllegalArgumentException("folder: expected pictures in " + folder + ", found none;"
                        + " names end in " + String.join(", ", PICTURES));
            }
            return Dropdown.of(name, pictures);
        } catch (IOException e) {
            throw new UncheckedIOException("folder: could not list " + folder, e);
        }
    }

    /** A slider for a number with a fraction, in round steps (1, 0.1, 0.01 ...), a hundred or more from end to end. */
    public static FloatSlider of(String name, double min, double max, double value) {
        double step = Math.pow(10, Math.floor(Math.log10((max - min) / FLOAT_STEPS)));
        FloatSlider slider = new FloatSlider(name, min, max, step, value);
        slider.layout().width(SLIDER_WIDTH);
        return slider;
    }

    /** A slider for a whole number, in steps of one. */
    public static IntSlider of(String name, int min, int max, int value) {
        IntSlider slider = new IntSlider(name, min, max, 1, value);
        slider.layout().width(SLIDER_WIDTH);
        return slider;
    }

    /** A box to tick. */
    public static Checkbox of(String name, boolean value) {
        return new Checkbox(name, value);
    }

    private static boolean isPicture(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return PICTURES.stream().anyMatch(name::endsWith);
    }
}
