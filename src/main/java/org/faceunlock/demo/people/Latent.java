package org.faceunlock.demo.people;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The inborn numbers of a rendered person, one standard normal value for each {@link Gene}. Immutable.
 *
 * <p>Neighbouring latents give look-alikes: every trait is a smooth function of them.
 */
final class Latent {

    private static final int SIZE = Gene.values().length;

    private final double[] values;

    private Latent(double[] values) {
        this.values = values;
    }

    /** A person drawn from the population. */
    static Latent of(long seed) {
        return normals(new SplittableRandom(seed ^ 0x5eed0fface5L));
    }

    /** A copy of all numbers, in the order of the genes. */
    double[] toArray() {
        return values.clone();
    }

    double get(Gene gene) {
        return values[gene.ordinal()];
    }

    /**
     * The point that lies {@code share} of the way to another person, stretched so that the mixture is no more average.
     */
    Latent blend(Latent other, double share) {
        double norm = Math.sqrt((1 - share) * (1 - share) + share * share);
        double[] mixed = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            mixed[i] = Smooth.mix(values[i], other.values[i], share) / norm;
        }
        return new Latent(mixed);
    }

    /** Twelve uniform values make one near-normal value with plain arithmetic only, never beyond 6. */
    private static Latent normals(SplittableRandom random) {
        double[] drawn = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            double sum = -6;
            for (int k = 0; k < 12; k++) {
                sum += random.nextDouble();
            }
            drawn[i] = sum;
        }
        return new Latent(drawn);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Latent that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Latent" + Arrays.toString(values);
    }
}
