package org.faceunlock.checkpoint;

/** PickleInts numbers out of a pickle: a Java int or long, never a flag, a fraction, or one beyond 64 bits. */
final class PickleInts {

    private static final int MOST = 32;

    private PickleInts() {
    }

    /** The value as a long; an error names it by {@code what}. */
    static long of(String what, Object value) {
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        throw new CheckpointException(what + ": expected a whole number of at most 64 bits, found "
                + (value == null ? "None" : value.getClass().getSimpleName()));
    }

    /** The entries of a tuple of at most 32 whole numbers, one for each axis of a tensor. */
    static long[] tuple(String what, Object value) {
        if (!(value instanceof Object[] entries && entries.length <= MOST)) {
            throw new CheckpointException("%s: expected a tuple of at most %s whole numbers".formatted(what, MOST));
        }
        long[] numbers = new long[entries.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = of(what, entries[i]);
        }
        return numbers;
    }
}
