package org.faceunlock.plot;

import java.awt.Color;

/** The colours of everything that is not data, and the choice between dark and light on a coloured ground. */
final class Palette {

    static final Color PAPER = Color.WHITE;
    static final Color TEXT = new Color(0x1f2328);
    static final Color MUTED = new Color(0x5c636b);
    static final Color LINE = new Color(0x9aa1a8);
    static final Color GRID = new Color(0xe6e8ea);

    private Palette() {
    }

    /** Dark or white, whichever stands out more from the ground (contrast ratio of WCAG 2). */
    static Color on(Color ground) {
        return contrast(TEXT, ground) >= contrast(Color.WHITE, ground) ? TEXT : Color.WHITE;
    }

    /** Contrast of two colours, 1 (none) to 21 (black on white), as WCAG 2 defines it. */
    static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int value) {
        double share = value / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
