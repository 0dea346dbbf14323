package org.faceunlock.demo.training;

import java.util.List;

/**
 * How an embedder is trained, whoever it learns from.
 *
 * @param width share of the published channel counts, above 0 and at most 1
 * @param steps how many batches it sees, at least 1
 * @param batch crops in each, two of a person: even, at least 4
 * @param peakRate the highest learning rate
 * @param growing whether most of the steps work on crops of {@value #SMALL_SIDE} pixels a side, which are
 *         seen in a quarter of the time, and on all pairs alike, before the rest goes on with whole crops, hard
 *         pairs and people's centres; else all steps are like the last ones
 * @param seed decides start, order and variation
 */
public record EmbedderPlan(double width, int steps, int batch, double peakRate, boolean growing, long seed) {

    private static final int SMALL_SIDE = 80;
    private static final double SMALL_SHARE = 0.48;
    private static final int FULL_SIDE = 160;
    private static final double WHOLE_SHARE = 0.08;
    private static final double MARGIN = 0.2;
    private static final double MARGIN_GROWS = 0.3;
    private static final double TRAITS_WEIGHT = 10;
    private static final double CENTRES_WEIGHT = 1;

    public EmbedderPlan {
        if (!(width > 0 && width <= 1) || steps < 1 || batch < 4 || batch % 2 != 0 || !(peakRate > 0)) {
            throw new IllegalArgumentException(
                    ("plan: expected a width above 0 to 1, at least 1 step, an even batch of 4 or more, a rate above 0,"
                            + " found %s, %s, %s, %s").formatted(width, steps, batch, peakRate));
        }
    }

    /** How many people have two crops each in a batch. */
    int pairs() {
        return batch / 2;
    }

    /** The round that a step belongs to. */
    TrainingRound round(int step) {
        return rounds().stream().filter(round -> round.has(step)).findFirst().orElseThrow(
                () -> new IllegalArgumentException("step: expected 0 to %s, found %s".formatted(steps - 1, step)));
    }

    private List<TrainingRound> rounds() {
        if (!growing) {
            return List.of(new TrainingRound(0, steps, FULL_SIDE, false, true, peakRate));
        }
        int small = smallSteps();
        int whole = small + (int) (WHOLE_SHARE * steps);
        return List.of(new TrainingRound(0, small, SMALL_SIDE, true, false, peakRate),
                new TrainingRound(small, whole, FULL_SIDE, true, false, peakRate / 2),
                new TrainingRound(whole, steps, FULL_SIDE, false, true, peakRate / 2));
    }

    private int smallSteps() {
        return (int) (SMALL_SHARE * steps);
    }

    /** What one step is to do. Where crops grow the margin grows first, so that everybody finds a direction. */
    EmbedderStep at(int step) {
        TrainingRound round = round(step);
        double grown = growing ? Math.min(1, step / Math.max(1, MARGIN_GROWS * smallSteps())) : 1;
        return new EmbedderStep(MARGIN * grown, round.known() ? TRAITS_WEIGHT : 0, round.hard() ? CENTRES_WEIGHT : 0,
                round.rate(step));
    }
}
