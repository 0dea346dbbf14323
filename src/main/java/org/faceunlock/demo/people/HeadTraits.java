package org.faceunlock.demo.people;

import static org.faceunlock.demo.people.Gene.*;
import static org.faceunlock.demo.people.Smooth.mix;
import static org.faceunlock.demo.people.Smooth.squash;

/**
 * The bones and the fullness of a head; lengths in centimetres, factors around 1.
 *
 * @param width factor on the width of the skull and the cheekbones
 * @param top height of the crown above the eyes
 * @param jaw half the width of the jaw at its angles
 * @param chinWidth half the width of the chin
 * @param chin length from mouth to chin
 * @param chinForward how far the chin juts, around 0
 * @param cheekbone how strong the cheekbones are, around 0.3
 * @param fullness how full the cheeks are, -1 to 1
 * @param depth factor on the depth of the skull
 * @param ridge how far the brow ridge stands out
 * @param ear factor on the size of the ears
 * @param earAngle how far the ears stand out, in radians
 * @param neck half the width of the neck
 * @param shoulder half the width of the shoulders
 */
record HeadTraits(double width, double top, double jaw, double chinWidth, double chin, double chinForward,
        double cheekbone,
        double fullness, double depth, double ridge, double ear, double earAngle, double neck, double shoulder) {

    static HeadTraits of(Latent genes, Person person) {
        double male = person.male();
        double full = squash(0.7 * genes.get(WEIGHT) + 0.25 * person.age() - 0.1);
        return new HeadTraits(
                1 + 0.05 * squash(genes.get(FACE_WIDTH)) + 0.025 * full,
                11.0 + 0.5 * squash(genes.get(FOREHEAD)) + 0.35 * male,
                mix(4.75, 5.3, male) + 0.5 * squash(genes.get(JAW)) + 0.4 * full,
                mix(1.5, 2.1, male) + 0.5 * squash(genes.get(CHIN_WIDTH)),
                mix(3.6, 4.1, male) + 0.45 * squash(genes.get(CHIN_LENGTH)) + 0.3 * squash(genes.get(FACE_LENGTH)),
                0.35 * squash(genes.get(CHIN_FORWARD)) + 0.15 * male,
                0.32 + 0.28 * squash(genes.get(CHEEKBONE)) - 0.1 * full, full, 1 + 0.04 * squash(genes.get(SKULL)),
                mix(0.12, 0.5, male) + 0.15 * squash(genes.get(BROW_RIDGE)),
                1 + 0.13 * squash(genes.get(EAR_SIZE)) + 0.08 * male + 0.05 * person.age(),
                0.42 + 0.2 * squash(genes.get(EAR_ANGLE)), mix(4.15, 5.15, male) + 0.4 * full,
                mix(15.2, 18.4, male) + full);
    }
}
