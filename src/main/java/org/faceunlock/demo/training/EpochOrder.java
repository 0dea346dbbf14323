package org.faceunlock.demo.training;

import java.util.SplittableRandom;

/**
 * Deals the items of a set in rounds, each round all of them once in an order of its own. Remembers one round; for
 * one thread.
 */
final class EpochOrder {

    private final int[] order;
    private final long seed;
    private long epoch = -1;

    EpochOrder(int size, long seed) {
        if (size < 1) {
            throw new IllegalArgumentException("size: expected at least 1 item, found " + size);
        }
        this.order = new int[size];
        this.seed = seed;
    }

    /** The item that is dealt at this place, counted from 0 over all rounds; depends on nothing asked before. */
    int at(long position) {
        long wanted = position / order.length;
        if (wanted != epoch) {
            long start = new SplittableRandom(seed + wanted).nextLong(); // far from that of the round before
            shuffle(new SplittableRandom(start));
            epoch = wanted;
        }
        return order[(int) (position % order.length)];
    }

    /** Fisher and Yates. */
    private void shuffle(SplittableRandom random) {
        for (int i = 0; i < order.length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
    }
}
