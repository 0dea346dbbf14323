package org.faceunlock.demo.training;

/**
 * A part of an embedder's training, from one step to another, with a cosine of the learning rate of its own.
 *
 * @param from its first step
 * @param to the step after its last
 * @param side of the crops in pixels
 * @param known whether what is known of people helps
 * @param hard whether pairs that are hard to match are dealt more often, and people told from all others
 * @param peak the highest learning rate
 */
record TrainingRound(int from, int to, int side, boolean known, boolean hard, double peak) {

    private static final int WARM_UP_SHARE = 10;

    boolean has(int step) {
        return step >= from && step < to;
    }

    double rate(int step) {
        int steps = to - from;
        return new CosineSchedule(peak, Math.max(1, steps / WARM_UP_SHARE), steps).at(step - from);
    }
}
