package org.faceunlock.demo.training;

/**
 * The learning rate of each step of a training: it rises in a straight line, then falls along half a cosine to nearly
 * nothing.
 *
 * <p>Source: Loshchilov and Hutter 2017 (arXiv 1608.03983), one period without restarts.
 *
 * @param peak the highest rate, above 0
 * @param warmUp how many steps it rises, 0 to {@code steps}
 * @param steps how many steps there are in all, at least 1
 */
public record CosineSchedule(double peak, int warmUp, int steps) {

    public CosineSchedule {
        if (!(peak > 0) || Double.isInfinite(peak) || steps < 1 || warmUp < 0 || warmUp > steps) {
            throw new IllegalArgumentException(
                    "schedule: expected a peak above 0 and 0 <= warm-up <= steps, found %s, %s, %s"
                            .formatted(peak, warmUp, steps));
        }
    }

    /**
     * The rate of one step; above 0 for each.
     *
     * @param step counted from 0
     */
    public double at(int step) {
        if (step < 0 || step >= steps) {
            throw new IllegalArgumentException("step: expected 0 to %s, found %s".formatted(steps - 1, step));
        }
        if (step < warmUp) {
            return peak * (step + 1) / warmUp;
        }
        double share = (step - warmUp + 0.5) / (steps - warmUp);
        return peak * (1 + Math.cos(Math.PI * share)) / 2;
    }
}
