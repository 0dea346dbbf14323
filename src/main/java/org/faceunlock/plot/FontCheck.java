package org.faceunlock.plot;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.function.DoubleSupplier;

/**
 * Asks once whether this Java can measure a letter at all, since a bare server often cannot, and says what to install.
 */
final class FontCheck {

    private static final String ADVICE = "Java finds no font to write with: install fontconfig and one font family"
            + " (Debian, Ubuntu: apt-get install fontconfig fonts-dejavu-core; Alpine: apk add fontconfig ttf-dejavu;"
            + " Fedora: dnf install fontconfig dejavu-sans-fonts) and use a JRE that contains java.desktop";

    private FontCheck() {
    }

    /** Returns when letters can be measured; what goes wrong inside Java without fonts is told as advice. */
    static void require() {
        require(() -> new Font(Font.SANS_SERIF, Font.PLAIN, 12)
                .getStringBounds("0", new FontRenderContext(null, true, true)).getWidth());
    }

    /**
     * @param width measures a letter
     * @throws IllegalStateException if measuring fails or the letter has no width
     */
    static void require(DoubleSupplier width) {
        double measured;
        try {
            measured = width.getAsDouble();
        } catch (RuntimeException | InternalError | LinkageError e) {
            throw new IllegalStateException(ADVICE + " (Java said: " + e + ")", e);
        }
        if (!(measured > 0)) {
            throw new IllegalStateException(ADVICE + " (a digit is " + measured + " wide)");
        }
    }
}
