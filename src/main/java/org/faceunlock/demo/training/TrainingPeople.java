package org.faceunlock.demo.training;

import java.util.SplittableRandom;
import org.faceunlock.demo.people.Identity;

/**
 * The rendered people that networks learn from. Stateless.
 *
 * <p>Seeds of training people begin at {@value #FIRST_SEED}; those below are for tests, figures and the photos that
 * ship, so that nobody is learned by heart and measured after. Of every five people two are families: look-alikes of
 * one of the others, so that small differences have to be learned too.
 */
public final class TrainingPeople {

    /** The seed of the first. */
    public static final long FIRST_SEED = 1_000_000;

    /** How many successive people make a family. */
    static final int FAMILY = 5;

    private static final int STRANGERS = 3;
    private static final double NEAREST = 0.3;
    private static final double FARTHEST = 0.6;

    private TrainingPeople() {
    }

    /** Person {@code index}, counted from 0; the same whatever the number of people. */
    public static Identity person(int index) {
        long seed = FIRST_SEED + index;
        int place = index % FAMILY;
        if (place < STRANGERS) {
            return Identity.of(seed);
        }
        double distance = NEAREST + (FARTHEST - NEAREST) * new SplittableRandom(seed).nextDouble();
        return Identity.of(seed - place + (place - STRANGERS)).perturb(seed, distance);
    }
}
