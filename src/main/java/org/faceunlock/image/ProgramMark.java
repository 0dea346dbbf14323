package org.faceunlock.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What this program writes into the PNG files that it makes, to know them again: a text chunk with the keyword
 * {@value #KEYWORD}, in front of the pixels.
 *
 * <p>The mark is in the file and not beside it, so a single file keeps it when it is copied, moved or called otherwise
 * (but for the ending .png). A picture that another program saves anew loses it, and is that program's.
 */
public enum ProgramMark {
    /** A figure, or a photo with boxes drawn over it. */
    FIGURE("Face Unlock, figure"),
    /** A face cut out of a photo. */
    CROP("Face Unlock, crop");

    /** The keyword that PNG has for the program that made a picture. */
    public static final String KEYWORD = "Software";

    private static final int FIRST_BYTES = 1024;
    private static final String RECIPE = ": ";

    private final String text;

    ProgramMark(String text) {
        this.text = text;
    }

    /** What stands behind the keyword. */
    public String text() {
        return text;
    }

    /** The mark of a crop with the recipe by which it was cut out. */
    public static String crop(CropRecipe recipe) {
        return CROP.text + RECIPE + recipe.describe();
    }

    /** How the face in a file was cut out; empty for a file that does not tell. */
    public static Optional<CropRecipe> recipe(Path file) {
        String before = KEYWORD + "\0" + CROP.text + RECIPE;
        return start(file).filter(text -> text.contains(before))
                .flatMap(text -> CropRecipe.atStartOf(text.substring(text.indexOf(before) + before.length())));
    }

    /** The mark of a file; empty for a file without one, and for one that cannot be read. */
    static Optional<ProgramMark> of(Path file) {
        return start(file).flatMap(start -> Arrays.stream(values())
                .filter(mark -> start.contains("tEXt" + KEYWORD + "\0" + mark.text)).findFirst());
    }

    private static Optional<String> start(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".png") ? firstText(file) : Optional.empty();
    }

    /** The first {@value #FIRST_BYTES} bytes as text, a letter a byte; empty for a file that cannot be read. */
    static Optional<String> firstText(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(new String(in.readNBytes(FIRST_BYTES), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return Optional.empty(); // it gets its row, which says why
        }
    }
}
