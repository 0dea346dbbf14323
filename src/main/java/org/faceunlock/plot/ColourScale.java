package org.faceunlock.plot;

import java.awt.Color;
import java.util.List;

/**
 * The colours that stand for numbers, computed between a few colours in {@link OkLab} so that equal steps look equal.
 *
 * <p>Lightness runs straight, so each scale also reads in grey print and with any colour blindness.
 */
public enum ColourScale {

    /** Pale yellow for little, through green and teal, to deep indigo for much. */
    SEQUENTIAL(List.of(
            OkLab.polar(0.975, 0.035, 102),
            OkLab.polar(0.805, 0.105, 150),
            OkLab.polar(0.635, 0.105, 200),
            OkLab.polar(0.465, 0.110, 248),
            OkLab.polar(0.295, 0.110, 282))),

    /** Blue below the middle, near white in it, rust above; its middle belongs to zero. */
    DIVERGING(List.of(
            OkLab.polar(0.38, 0.130, 258),
            OkLab.polar(0.68, 0.105, 243),
            OkLab.polar(0.98, 0.000, 0),
            OkLab.polar(0.68, 0.130, 45),
            OkLab.polar(0.38, 0.130, 28))),

    /** White for little, near black for much. */
    GREY(List.of(OkLab.polar(0.98, 0, 0), OkLab.polar(0.22, 0, 0)));

    private static final int STEPS = 512;

    private final Color[] table = new Color[STEPS + 1];

    ColourScale(List<OkLab> stops) {
        for (int step = 0; step <= STEPS; step++) {
            double place = (double) step / STEPS * (stops.size() - 1);
            int stop = Math.min((int) place, stops.size() - 2);
            table[step] = stops.get(stop).towards(stops.get(stop + 1), place - stop).toColor();
        }
    }

    /**
     * The colour at a place on the scale.
     *
     * @param fraction 0 (low end) to 1 (high end); what lies beyond takes the colour of the end
     */
    public Color at(double fraction) {
        if (Double.isNaN(fraction)) {
            throw new IllegalArgumentException(
                    "fraction: expected 0 to 1, found NaN, which has no colour of the scale");
        }
        return table[(int) Math.round(Math.max(0, Math.min(1, fraction)) * STEPS)];
    }

    /** Whether the middle of the scale has a meaning of its own, so that limits lie evenly around zero. */
    boolean isCentred() {
        return switch (this) {
            case DIVERGING -> true;
            case SEQUENTIAL, GREY -> false;
        };
    }
}
