package org.faceunlock.plot;

import java.awt.Color;
import org.faceunlock.compare.Outcome;

/** The colour of the boxes of a {@link DetectionOverlay}, by what the picture is to say. */
public enum OverlayColour {

    /** Faces were found; nothing was decided. */
    FOUND(new Color(0x56b4e9)),
    /** The face unlocked. */
    UNLOCKED(new Color(0x2bd49c)),
    /** The face stayed locked. */
    LOCKED(new Color(0xff7a33));

    private final Color colour;

    OverlayColour(Color colour) {
        this.colour = colour;
    }

    /** The colour of an attempt. */
    public static OverlayColour of(Outcome outcome) {
        return outcome == Outcome.UNLOCKED ? UNLOCKED : LOCKED;
    }

    Color colour() {
        return colour;
    }
}
