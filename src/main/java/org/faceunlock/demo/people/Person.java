package org.faceunlock.demo.people;

import static org.faceunlock.demo.people.Smooth.squash;
import static org.faceunlock.demo.people.Smooth.uniform;

/**
 * What many traits depend on together: how male, how old and how dark a rendered person is.
 *
 * @param male 0 female to 1 male; few people lie in the middle
 * @param age 0 about twenty years to 1 about seventy
 * @param tone 0 very light skin to 1 very dark
 */
record Person(double male, double age, double tone) {

    static Person of(Latent genes) {
        double sex = genes.get(Gene.SEX);
        double age = uniform(genes.get(Gene.AGE));
        return new Person(0.5 + 0.5 * squash(4 * sex), age * (0.55 + 0.45 * age), tone(uniform(genes.get(Gene.TONE))));
    }

    private static double tone(double share) {
        return share * (0.62 + 0.38 * share);
    }
}
