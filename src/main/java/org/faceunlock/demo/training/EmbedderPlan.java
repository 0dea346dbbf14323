package org.faceunlock.demo.training;

/**
 * How an embedder is trained, whoever it learns from.
 *
 * @param width share of the published channel counts, above 0 and at most 1
 * @param steps how many batches it sees, at least 1
 * @param batch crops in each, at least 2: batch normalisation compares them
 * @param peakRate the highest learning rate
 * @param smallShare the share of the steps, 0 to 1, that work on crops of {@value #SMALL_SIDE} pixels, which are seen in half
 *         the time; the rest sees 160
 * @param seed decides start, order and variation
 */
public record EmbedderPlan(double width, int steps, int batch, double peakRate, double smallShare, long seed) {

    private static final int SMALL_SIDE = 112;
    private static final int FULL_SIDE = 160;
    private static final double MARGIN = 0.35;

    public EmbedderPlan {
        if (!(width > 0 && width <= 1) || steps < 1 || batch < 2 || !(peakRate > 0) || !(smallShare >= 0 && smallShare <= 1)) {
            throw new IllegalArgumentException(
                    "plan: expected a width above 0 to 1, 1 step, a batch of 2, a rate above 0, a share of 0 to 1 or more, found %s"
                            .formatted("%s, %d, %d, %s, %s".formatted(width, steps, batch, peakRate, smallShare)));
        }
    }

    /** Side of the crops of one step in pixels. */
    int side(int step) {
        return step < smallShare * steps ? SMALL_SIDE : FULL_SIDE;
    }

    /** The margin of one step: it grows over the first third, so that everybody finds a direction first. */
    double margin(int step) {
        return MARGIN * Math.min(1, 3.0 * step / steps);
    }

    /** The learning rates. */
    CosineSchedule schedule() {
        return new CosineSchedule(peakRate, Math.max(1, steps / 20), steps);
    }
}
