package org.faceunlock.demo.people;

import static org.faceunlock.demo.people.Gene.*;
import static org.faceunlock.demo.people.Smooth.mix;
import static org.faceunlock.demo.people.Smooth.squash;
import static org.faceunlock.demo.people.Smooth.step;
import static org.faceunlock.demo.people.Smooth.unit;

/**
 * The hair of head, brows and beard; lengths in centimetres.
 *
 * @param colour reflectance of a strand
 * @param brow reflectance of brows and beard
 * @param length of the hair on top
 * @param sides factor on the length at the sides
 * @param curl 0 straight to 1 tightly curled
 * @param volume how far the outer layer stands off the head
 * @param part where the parting lies, left to right
 * @param hairline height of the hairline above the eyes
 * @param recession how far the temples recede
 * @param bald 0 full to 1 bare crown
 * @param fringe 0 combed away from the brow to 1 falling onto it
 * @param grey share of grey strands
 */
record HairTraits(Colour colour, Colour brow, double length, double sides, double curl, double volume, double part,
        double hairline, double recession, double bald, double fringe, double grey) {

    private static final Colour[] SHADES = {
        Colour.srgb(26, 21, 20), Colour.srgb(40, 29, 24), Colour.srgb(64, 43, 31), Colour.srgb(98, 67, 45),
        Colour.srgb(142, 103, 66), Colour.srgb(190, 150, 98), Colour.srgb(216, 184, 136)
    };
    private static final Colour RED = Colour.srgb(142, 66, 34);
    private static final Colour GREY = Colour.srgb(176, 174, 172);

    static HairTraits of(Latent genes, Person person) {
        double male = person.male();
        double fair = 1.08 - 1.0 * step(0.2, 0.72, person.tone());
        Colour natural = Colour.ramp(Smooth.uniform(1.1 * genes.get(HAIR_COLOUR)) * fair, SHADES);
        double red = step(0.9, 1.9, genes.get(HAIR_RED)) * (1 - step(0.2, 0.5, person.tone()));
        double grey = step(0.56, 1.05, person.age() + 0.12 * genes.get(HAIR_COLOUR));
        Colour colour = natural.mix(RED, 0.85 * red);
        double curl = unit(0.32 + 0.42 * squash(genes.get(HAIR_CURL)) + 0.55 * step(0.45, 0.8, person.tone()));
        double length = lengthOf(genes.get(HAIR_LENGTH), male, curl);
        double bald = male * step(0.75, 1.75, 1.1 * person.age() + 0.65 * genes.get(RECESSION));
        return new HairTraits(colour.mix(GREY, 0.88 * grey), colour.mix(GREY, 0.6 * grey).times(0.75), length,
                mix(unit(0.75 + 0.5 * squash(genes.get(SIDES))), unit(0.5 + 0.5 * squash(genes.get(SIDES))), male),
                curl, Math.min(0.3 * length, 0.95 + 0.5 * squash(genes.get(HAIR_VOLUME)) + 1.7 * curl * curl),
                4.2 * squash(genes.get(HAIR_PART)), 6.15 + 0.5 * squash(genes.get(HAIRLINE)) + 0.35 * male,
                male * unit(0.25 + 0.3 * person.age() + 0.4 * squash(genes.get(RECESSION))) + 0.12,
                bald, unit(0.5 + 1.1 * squash(0.9 * genes.get(FRINGE)) - 0.25 * male), grey);
    }

    private static double lengthOf(double gene, double male, double curl) {
        double masculine = 3.6 + 3.4 * squash(gene) + 9 * step(1.4, 2.4, gene);
        double feminine = 24 + 17 * squash(1.1 * gene);
        return Math.max(0.25, mix(feminine, masculine, step(0.3, 0.7, male)) * (1 - 0.45 * curl * curl));
    }
}
