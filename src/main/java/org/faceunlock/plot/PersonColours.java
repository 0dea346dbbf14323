package org.faceunlock.plot;

import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One colour a person, in the order in which the people first appear, distinguishable with any colour blindness.
 *
 * <p>The first eight are those of M. Okabe and K. Ito, "Color Universal Design", 2008, the dark ones first; further
 * people get the same hues darker and lighter in turn, then the hues between them. Immutable.
 */
public final class PersonColours {

    private static final List<Color> OKABE_ITO = List.of(
            new Color(0x0072b2), new Color(0xd55e00), new Color(0x009e73), new Color(0xcc79a7),
            new Color(0xe69f00), new Color(0x56b4e9), new Color(0x000000), new Color(0xf0e442));

    private static final double[] LIGHTNESS = {0, -0.17, 0.14};
    private static final double HUE_STEP = 23;
    private static final int EDGE_ROUNDS = 8;

    private final Map<String, Color> colours = new LinkedHashMap<>();

    private PersonColours() {
    }

    /** Colours for these people; a name that comes again keeps its colour. */
    public static PersonColours of(List<String> people) {
        PersonColours made = new PersonColours();
        for (String person : people) {
            int next = made.colours.size();
            made.colours.computeIfAbsent(person, name -> colour(next));
        }
        return made;
    }

    /** The colour of one of the people. */
    public Color of(String person) {
        Color colour = colours.get(person);
        if (colour == null) {
            throw new IllegalArgumentException("person: expected one of %s, found \"%s\"".formatted(people(), person));
        }
        return colour;
    }

    /** The people, each once, in order of first appearance. */
    public List<String> people() {
        return List.copyOf(colours.keySet());
    }

    private static Color colour(int index) {
        Color base = OKABE_ITO.get(index % OKABE_ITO.size());
        int round = index / OKABE_ITO.size();
        if (round == 0) {
            return base;
        }
        OkLab lab = OkLab.of(base);
        double lightness = lab.lightness() + LIGHTNESS[round % LIGHTNESS.length];
        double hue = Math.toDegrees(Math.atan2(lab.b(), lab.a())) + round / LIGHTNESS.length * HUE_STEP;
        double chroma = Math.hypot(lab.a(), lab.b()) * 0.85;
        double darkest = 0.2 + 0.06 * Math.min(round, EDGE_ROUNDS);
        double lightest = 0.9 - 0.02 * Math.min(round, EDGE_ROUNDS);
        return OkLab.polar(Math.max(darkest, Math.min(lightest, lightness)), chroma, hue).toColor();
    }
}
