package org.faceunlock.demo.training;

import java.util.Arrays;

/** The losses of a training's steps, in order. Not thread-safe. */
public final class LossHistory {

    private double[] losses = new double[1024];
    private int steps;

    /** A history of copies of these losses. */
    public static LossHistory of(double... losses) {
        LossHistory history = new LossHistory();
        for (double loss : losses) {
            history.add(loss);
        }
        return history;
    }

    /** Adds the loss of the next step. */
    public void add(double loss) {
        if (steps == losses.length) {
            losses = Arrays.copyOf(losses, 2 * steps);
        }
        losses[steps++] = loss;
    }

    /** How many steps were taken. */
    public int steps() {
        return steps;
    }

    /** The mean of the last so many losses, fewer at the beginning; NaN before the first. */
    public double recent(int count) {
        return Arrays.stream(losses, Math.max(0, steps - count), steps).average().orElse(Double.NaN);
    }

    /** A copy of all losses. */
    public double[] toArray() {
        return Arrays.copyOf(losses, steps);
    }
}
