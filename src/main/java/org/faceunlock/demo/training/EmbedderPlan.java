package org.faceunlock.demo.training;

/**
 * How an embedder is trained, whoever it learns from.
 *
 * @param width share of the published channel counts, above 0 and at most 1
 * @param steps how many batches it sees, at least 1
 * @param batch crops in each, two of a person: even, at least 4
 * @param peakRate the highest learning rate
 * @param growing whether most of the steps work on crops of {@value #SMALL_SIDE} pixels a side, which are
 *         seen in a quarter of the time, before the rest goes on with whole ones; else all are whole:
 *         {@value #FULL_SIDE} pixels
 * @param seed decides start, order and variation
 */
public record EmbedderPlan(double width, int steps, int batch, double peakRate, boolean growing, long seed) {

    private static final int SMALL_SIDE = 80;
    private static final double SMALL_SHARE = 0.85;
    private static final int FULL_SIDE = 160;
    private static final double MARGIN = 0.2;

    public EmbedderPlan {
        if (!(width > 0 && width <= 1) || steps < 1 || batch < 4 || batch % 2 != 0 || !(peakRate > 0)) {
            throw new IllegalArgumentException(
                    "plan: expected a width above 0 to 1, at least 1 step, an even batch of 4 or more, a rate above 0, found %s, %d, %d, %s"
                            .formatted(width, steps, batch, peakRate));
        }
    }

    /** How many people have two crops each in a batch. */
    int pairs() {
        return batch / 2;
    }

    /** Side of the crops of one step in pixels. */
    int side(int step) {
        return step < smallSteps() ? SMALL_SIDE : FULL_SIDE;
    }

    /** The margin of one step: while crops are small it grows at first, so that everybody finds a direction. */
    double margin(int step) {
        return growing ? MARGIN * Math.min(1, 4.0 * step / steps) : MARGIN;
    }

    /** The learning rate of one step: small and whole crops have a cosine each, that of the whole ones half as high. */
    double rate(int step) {
        int small = smallSteps();
        return step < small ? schedule(peakRate, small).at(step)
                : schedule(growing ? peakRate / 2 : peakRate, steps - small).at(step - small);
    }

    private int smallSteps() {
        return growing ? (int) (SMALL_SHARE * steps) : 0;
    }

    private static CosineSchedule schedule(double peak, int steps) {
        return new CosineSchedule(peak, Math.max(1, steps / 10), steps);
    }
}
