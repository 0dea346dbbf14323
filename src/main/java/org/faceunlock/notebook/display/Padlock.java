package org.faceunlock.notebook.display;

import java.nio.charset.StandardCharsets;
import org.faceunlock.compare.Outcome;

/** A padlock, open or closed, as a picture: not every machine has a font with the character. */
final class Padlock {
    private static final String SVG = "<svg xmlns='http://www.w3.org/2000/svg' width='56' height='56'"
            + " viewBox='0 0 56 56'>"
            + "<path d='%s' fill='none' stroke='%s' stroke-width='6'/>"
            + "<rect x='10' y='25' width='36' height='27' rx='4' fill='%s'/>"
            + "<circle cx='28' cy='37' r='4' fill='white'/>"
            + "<rect x='26.4' y='38' width='3.2' height='8' fill='white'/></svg>";
    private static final String CLOSED = "M17 27 V17 a11 11 0 0 1 22 0 V27";
    private static final String OPEN = "M17 27 V13 a10 10 0 0 1 19.5 -3";

    private Padlock() {
    }

    /** An img element; where pictures are not shown, words stand for it. */
    static String element(Outcome outcome, String colour) {
        boolean open = outcome == Outcome.UNLOCKED;
        byte[] file = SVG.formatted(open ? OPEN : CLOSED, colour, colour).getBytes(StandardCharsets.UTF_8);
        return "<img alt=\"" + (open ? "open" : "closed") + " padlock\""
                + " src=\"data:image/svg+xml;base64," + Png.base64(file) + "\"/>";
    }
}
