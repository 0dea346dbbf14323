package org.faceunlock.notebook.widget;

import java.nio.file.Path;
import java.util.List;
import org.faceunlock.image.ImageFolder;
import org.faceunlock.image.Photo;

/** The fitting control for a kind of value: values to choose from a drop-down, numbers a slider, yes or no a box. */
public final class Control {
    private static final int FLOAT_STEPS = 100;
    private static final String SLIDER_WIDTH = "480px";

    private Control() {
    }

    /** A drop-down of values: strings, paths, whatever has a text. */
    public static <T> Dropdown<T> of(String name, List<? extends T> values) {
        return Dropdown.of(name, values);
    }

    /** A drop-down of the photos in a folder, by name,
            as {@link ImageFolder} lists them but not those in sub-folders. */
    public static Dropdown<Path> of(String name, Path folder) {
        List<Path> photos = ImageFolder.of(folder).photos().stream().filter(photo -> photo.person().isEmpty())
                .map(Photo::file).toList();
        if (photos.isEmpty()) {
            throw new IllegalArgumentException(
                    "folder: expected photos in " + folder + ", found them in sub-folders only");
        }
        return Dropdown.of(name, photos);
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
}
