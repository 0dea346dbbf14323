package org.faceunlock.demo.training;

/**
 * How an embedder is trained, whoever it learns from.
 *
 * @param width share of the published channel counts, above 0 and at most 1
 * @param steps how many batches it sees, at least 1
 * @param batch crops in each, at least 2: batch normalisation compares them
 * @param peakRate the highest learning rate
 * @param growing whether crops are small at first, which takes a quarter of the time; else all have 160 pixels a side
 * @param seed decides start, order and variation
 */
public record EmbedderPlan(double width, int steps, int batch, double peakRate, boolean growing, long seed) {

    private static final double MARGIN = 0.35;

    public EmbedderPlan {
        if (!(width > 0 && width <= 1) || steps < 1 || batch < 2 || !(peakRate > 0)) {
            throw new IllegalArgumentException(
                    "plan: expected a width above 0 to 1, at least 1 step and a batch of 2, a rate above 0, found %s, %d, %d, %s"
                            .formatted(width, steps, batch, peakRate));
        }
    }

    /** Side of the crops of one step in pixels: 80 for the first 65 %, 112 up to 90 %, then 160. */
    int side(int step) {
        double share = (double) step / steps;
        return !growing || share >= 0.9 ? 160 : share >= 0.65 ? 112 : 80;
    }

    /** The margin of one step: while crops grow so does it, over the first third, so that all find a direction first. */
    double margin(int step) {
        return growing ? MARGIN * Math.min(1, 3.0 * step / steps) : MARGIN;
    }

    /** The learning rates. */
    CosineSchedule schedule() {
        return new CosineSchedule(peakRate, Math.max(1, steps / 10), steps);
    }
}
