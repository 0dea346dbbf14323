package org.faceunlock.demo.people;

import static org.faceunlock.demo.people.Gene.*;
import static org.faceunlock.demo.people.Smooth.mix;
import static org.faceunlock.demo.people.Smooth.squash;
import static org.faceunlock.demo.people.Smooth.uniform;

/**
 * Eyes and brows; lengths in centimetres.
 *
 * @param spacing half the distance between the eye centres
 * @param halfWidth half the width of the lid opening
 * @param upper height of the upper lid's edge above the eye's centre when looking ahead
 * @param lower depth of the lower lid's edge below it
 * @param tilt rise of the outer corner over the inner one, per centimetre
 * @param depth how deep the eyes lie
 * @param fold height of the crease above the upper lid; near 0 there is none
 * @param iris colour of the iris
 * @param lash 0 faint to 1 long dark lashes
 * @param browHeight height of the brow above the eye's centre
 * @param browArch rise of the brow's arch
 * @param browWidth thickness of the brow
 * @param browSlope rise of the brow's outer end against its inner one
 */
record EyeTraits(double spacing, double halfWidth, double upper, double lower, double tilt, double depth, double fold,
        Colour iris, double lash, double browHeight, double browArch, double browWidth, double browSlope) {

    private static final Colour[] SHADES = {
        Colour.srgb(38, 20, 10), Colour.srgb(66, 36, 16), Colour.srgb(104, 64, 28), Colour.srgb(122, 100, 48),
        Colour.srgb(92, 112, 72), Colour.srgb(96, 122, 130), Colour.srgb(84, 124, 164), Colour.srgb(128, 150, 172)
    };

    static EyeTraits of(Latent genes, Person person) {
        double male = person.male();
        double light = uniform(genes.get(IRIS));
        double place = light * (1.15 - 1.5 * Smooth.step(0.15, 0.75, person.tone())) + 0.02;
        return new EyeTraits(
                3.12 + 0.26 * squash(genes.get(EYE_SPACING)), 1.62 + 0.16 * squash(genes.get(EYE_WIDTH)) - 0.04 * male,
                mix(0.74, 0.62, male) + 0.15 * squash(genes.get(EYE_HEIGHT)) - 0.07 * person.age(),
                0.50 + 0.06 * squash(genes.get(EYE_HEIGHT)),
                0.035 + 0.07 * squash(genes.get(EYE_TILT)) - 0.03 * person.age(),
                0.12 + 0.25 * squash(genes.get(EYE_DEPTH)) + 0.15 * male,
                Smooth.clamp(0.30 + 0.24 * squash(1.4 * genes.get(LID_FOLD)), 0.02, 0.6),
                Colour.ramp(place, SHADES).times(1 + 0.25 * squash(genes.get(IRIS_SHADE))),
                Smooth.unit(mix(0.75, 0.25, male) + 0.25 * squash(genes.get(LASH))),
                mix(2.15, 1.75, male) + 0.3 * squash(genes.get(BROW_HEIGHT)),
                0.32 + 0.24 * squash(genes.get(BROW_ARCH)) - 0.14 * male,
                mix(0.56, 0.84, male) + 0.16 * squash(genes.get(BROW_WIDTH)),
                0.05 + 0.3 * squash(genes.get(BROW_SLOPE)));
    }
}
