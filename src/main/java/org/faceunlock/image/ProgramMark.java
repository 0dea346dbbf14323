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

    private final String text;

    ProgramMark(String text) {
        this.text = text;
    }

    /** What stands behind the keyword. */
    public String text() {
        return text;
    }

    /** The mark of a file; empty for a file without one, and for one that cannot be read. */
    static Optional<ProgramMark> of(Path file) {
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(FIRST_BYTES), StandardCharsets.ISO_8859_1);
            return Arrays.stream(values())
                    .filter(mark -> start.contains("tEXt" + KEYWORD + "\0" + mark.text)).findFirst();
        } catch (IOException e) {
            return Optional.empty(); // it gets its row, which says why
        }
    }
}
