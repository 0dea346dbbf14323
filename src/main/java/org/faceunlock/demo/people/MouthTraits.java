package org.faceunlock.demo.people;

import static org.faceunlock.demo.people.Gene.*;
import static org.faceunlock.demo.people.Smooth.mix;
import static org.faceunlock.demo.people.Smooth.squash;

/**
 * The mouth; lengths in centimetres.
 *
 * @param halfWidth half the width of the closed mouth
 * @param upper thickness of the upper lip
 * @param lower thickness of the lower lip
 * @param bow depth of the cupid's bow, as a share of the upper lip
 * @param philtrum from the nose down to the line of the lips
 * @param redness 0 skin-coloured lips to 1 strongly coloured ones
 */
record MouthTraits(double halfWidth, double upper, double lower, double bow, double philtrum, double redness) {

    static MouthTraits of(Latent genes, Person person) {
        double male = person.male();
        double full = 0.16 * squash(1.3 * (person.tone() - 0.45)) - 0.12 * person.age();
        return new MouthTraits(
                2.55 + 0.28 * squash(genes.get(MOUTH_WIDTH)) + 0.1 * male,
                Math.max(0.36, mix(0.84, 0.66, male) + 0.2 * squash(genes.get(LIP_UPPER)) + full),
                Math.max(0.5, mix(1.1, 0.92, male) + 0.22 * squash(genes.get(LIP_LOWER)) + full),
                0.28 + 0.2 * squash(genes.get(LIP_BOW)),
                2.0 + 0.3 * squash(genes.get(PHILTRUM)) + 0.12 * male + 0.12 * squash(genes.get(FACE_LENGTH)),
                Smooth.unit(mix(0.72, 0.42, male) + 0.34 * squash(genes.get(LIP_COLOUR))));
    }
}
