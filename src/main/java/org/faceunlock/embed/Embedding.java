package org.faceunlock.embed;

import java.util.Arrays;

/**
 * A face as numbers: the L2-normalised output of InceptionResnetV1, 512 for every network of this library. Immutable.
 *
 * <p>A network that computed NaN keeps it here: {@link #isFinite} tells, and nothing unlocks with it.
 */
public final class Embedding {

    private final float[] values;

    private Embedding(float[] values) {
        this.values = values;
    }

    /** An embedding of a copy of these numbers. */
    public static Embedding of(float... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("values: expected at least one number, found none");
        }
        return new Embedding(values.clone());
    }

    public int size() {
        return values.length;
    }

    public float get(int index) {
        return values[index];
    }

    public float[] toArray() {
        return values.clone();
    }

    /** Whether every number is finite. */
    public boolean isFinite() {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Embedding that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Embedding[%s]".formatted(values.length);
    }
}
