package org.faceunlock.plot;

import java.awt.Color;
import java.util.List;
import java.util.stream.Stream;

/**
 * The colours that stand for numbers, computed between a few colours in {@link OkLab} so that equal steps look equal.
 *
 * <p>In the scales that are there, lightness runs straight, so each also reads in grey print and with any colour
 * blindness. Immutable.
 */
public final class ColourScale {

    /** Pale yellow for little, through green and teal, to deep indigo for much; from 0, or less, to 1. */
    public static final ColourScale SEQUENTIAL = new ColourScale("SEQUENTIAL", Zero.ANYWHERE, List.of(
            OkLab.polar(0.975, 0.035, 102),
            OkLab.polar(0.805, 0.105, 150),
            OkLab.polar(0.635, 0.105, 200),
            OkLab.polar(0.465, 0.110, 248),
            OkLab.polar(0.295, 0.110, 282)));

    /** Nearly white for 0 and less, nothing in common, through blue to deep indigo for 1. */
    public static final ColourScale QUIET = new ColourScale("QUIET", Zero.LOWEST, List.of(
            OkLab.polar(0.970, 0.004, 250),
            OkLab.polar(0.801, 0.060, 235),
            OkLab.polar(0.633, 0.110, 245),
            OkLab.polar(0.464, 0.130, 260),
            OkLab.polar(0.295, 0.120, 278)));

    /** Blue below 0, near white at 0, rust above, as far to either side. */
    public static final ColourScale DIVERGING = new ColourScale("DIVERGING", Zero.MIDDLE, List.of(
            OkLab.polar(0.38, 0.130, 258),
            OkLab.polar(0.68, 0.105, 243),
            OkLab.polar(0.98, 0.000, 0),
            OkLab.polar(0.68, 0.130, 45),
            OkLab.polar(0.38, 0.130, 28)));

    /** White for little, near black for much; from 0, or less, to 1. */
    public static final ColourScale GREY = new ColourScale("GREY", Zero.ANYWHERE,
            List.of(OkLab.polar(0.98, 0, 0), OkLab.polar(0.22, 0, 0)));

    private static final int STEPS = 512;

    private final String name;
    private final Zero zero;
    private final Color[] table = new Color[STEPS + 1];

    /** Where on the scale the similarity 0 lies. */
    enum Zero { ANYWHERE, LOWEST, MIDDLE }

    private ColourScale(String name, Zero zero, List<OkLab> stops) {
        this.name = name;
        this.zero = zero;
        for (int step = 0; step <= STEPS; step++) {
            double place = (double) step / STEPS * (stops.size() - 1);
            int stop = Math.min((int) place, stops.size() - 2);
            table[step] = stops.get(stop).towards(stops.get(stop + 1), place - stop).toColor();
        }
    }

    /** A scale of one's own through these colours, two or more, evenly spaced, from the low end to the high one. */
    public static ColourScale of(Color... colours) {
        if (colours.length < 2) {
            throw new IllegalArgumentException("colours: expected two or more, found " + colours.length);
        }
        return new ColourScale("scale of " + colours.length + " colours", Zero.ANYWHERE,
                Stream.of(colours).map(OkLab::of).toList());
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

    Zero zero() {
        return zero;
    }

    @Override
    public String toString() {
        return name;
    }
}
