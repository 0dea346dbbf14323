package org.faceunlock.demo.people;

import static org.faceunlock.demo.people.Gene.*;
import static org.faceunlock.demo.people.Smooth.squash;

/**
 * The nose; lengths in centimetres.
 *
 * @param length from the eye line down to where the nose meets the lip
 * @param wing half the width over the wings
 * @param bridge half the width of the bridge
 * @param forward how far the tip stands out of the face
 * @param root how far the bridge stands out between the eyes
 * @param hump curve of the ridge, negative for a hollow one
 * @param tip size of the tip
 * @param turn how far the tip is turned up, in centimetres
 */
record NoseTraits(double length, double wing, double bridge, double forward, double root, double hump, double tip,
        double turn) {

    static NoseTraits of(Latent genes, Person person) {
        double male = person.male();
        double broad = squash(1.3 * (person.tone() - 0.45));
        return new NoseTraits(
                4.35 + 0.5 * squash(genes.get(NOSE_LENGTH)) + 0.25 * male + 0.15 * squash(genes.get(FACE_LENGTH)),
                1.6 + 0.27 * squash(genes.get(NOSE_WIDTH)) + 0.14 * male + 0.28 * broad,
                1.05 + 0.2 * squash(genes.get(NOSE_BRIDGE)) + 0.1 * male,
                1.62 + 0.32 * squash(genes.get(NOSE_FORWARD)) + 0.2 * male - 0.15 * broad,
                0.42 + 0.22 * squash(genes.get(NOSE_BRIDGE)) + 0.1 * male - 0.15 * broad,
                0.22 * squash(genes.get(NOSE_HUMP)) + 0.08 * male - 0.04,
                0.85 + 0.2 * squash(genes.get(NOSE_TIP)) + 0.06 * male,
                0.25 + 0.3 * squash(genes.get(NOSE_TURN)) - 0.12 * male);
    }
}
