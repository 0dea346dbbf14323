package org.faceunlock.image;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.faceunlock.geometry.Detection;

/**
 * How a face is cut out of a photo for an embedder; two recipes are the same exactly when they are equal.
 *
 * <p>An embedder was trained on crops of one recipe and is of little use on others, and embeddings of two recipes are
 * not comparable.
 */
public sealed interface CropRecipe permits Crop, AlignedCrop {

    /** How a box is described. */
    Pattern BOX = Pattern.compile("box, margin (\\d{1,6}), squeezed to (\\d{1,6}) x \\2");

    /** How an aligned crop is described. */
    Pattern FIVE_POINTS = Pattern.compile("five points, turned, padding (-?\\d+(?:\\.\\d+)?), (\\d{1,6}) x \\2");

    /** Side of the crop in pixels. */
    int imageSize();

    /** Cuts a face out of a photo; empty when the recipe leaves no pixel of it, as for a face outside the photo. */
    Optional<RgbImage> cut(RgbImage photo, Detection face);

    /**
     * Whether an embedder that wants this recipe can use crops of another: of an equal one; of a box also with another
     * margin, which is a setting of the user's.
     */
    default boolean accepts(CropRecipe other) {
        return equals(other);
    }

    /** The recipe that {@link #describe} gives these words; empty for others. */
    static Optional<CropRecipe> described(String words) {
        return found(words, Matcher::matches);
    }

    /** The recipe whose words a text begins with, whatever follows them. */
    static Optional<CropRecipe> atStartOf(String text) {
        return found(text, Matcher::lookingAt);
    }

    private static Optional<CropRecipe> found(String text, Predicate<Matcher> fits) {
        Matcher box = BOX.matcher(text);
        Matcher points = FIVE_POINTS.matcher(text);
        if (fits.test(box)) {
            return Optional.of(Crop.of(Integer.parseInt(box.group(2)), Integer.parseInt(box.group(1))));
        }
        return fits.test(points) ? Optional.of(new AlignedCrop(Integer.parseInt(points.group(2)),
                Double.parseDouble(points.group(1)))) : Optional.empty();
    }

    /** The recipe as a message or a table shows it, such as "box, margin 18, squeezed to 160 x 160". */
    String describe();
}
