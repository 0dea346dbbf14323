package org.faceunlock.demo.people;

import static org.faceunlock.demo.people.Gene.*;
import static org.faceunlock.demo.people.Smooth.squash;
import static org.faceunlock.demo.people.Smooth.unit;

/**
 * The skin: its colour and what is drawn on it; all strengths 0 to 1.
 *
 * @param colour reflectance
 * @param tone 0 very light to 1 very dark
 * @param blush redness of cheeks, nose and ears
 * @param freckles how freckled
 * @param moles how many moles, 0 to 6
 * @param stubble darkness of the shaved beard
 * @param age 0 smooth to 1 lined
 */
record SkinTraits(Colour colour, double tone, double blush, double freckles, int moles, double stubble, double age) {

    private static final Colour[] TONES = {
        Colour.srgb(240, 204, 186), Colour.srgb(230, 186, 160), Colour.srgb(216, 166, 134), Colour.srgb(196, 144, 110),
        Colour.srgb(168, 116, 84), Colour.srgb(130, 86, 60), Colour.srgb(96, 64, 46), Colour.srgb(72, 48, 37)
    };

    static SkinTraits of(Latent genes, Person person) {
        double warm = 0.06 * squash(genes.get(WARMTH));
        Colour colour = Colour.ramp(person.tone(), TONES).times(1 + 0.3 * warm, 1, 1 - 1.6 * warm);
        double pale = 1 - Smooth.step(0.25, 0.55, person.tone());
        return new SkinTraits(colour, person.tone(),
                unit(0.4 + 0.3 * squash(genes.get(BLUSH))),
                pale * unit(squash(genes.get(FRECKLES) + 0.8 * genes.get(HAIR_RED)) - 0.35) * 1.5,
                (int) (2.2 + 3.2 * squash(genes.get(MOLES))),
                person.male() * unit(0.42 + 0.4 * squash(genes.get(STUBBLE))), person.age());
    }
}
