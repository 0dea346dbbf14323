package org.faceunlock.plot;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.faceunlock.evaluate.Interval;
import org.faceunlock.evaluate.Rate;

/**
 * The scores of one kind of comparison as a page counts with them: each value that occurs, ascending, how often it
 * does, and the lower Clopper-Pearson bounds of the rates behind k of n events; the upper bound of k is 1 less the
 * lower one of n - k.
 *
 * <p>Of more than {@value #MOST_VALUES} values each is lowered to the highest of the given thresholds that it reaches,
 * which changes no decision at any of them. Bounds are for every k of up to {@value #MOST_BOUNDS} comparisons; for
 * more, for k that grow by a hundredth, between which a straight line is right to 1e-5 of the rate.
 */
final class PageScores {

    static final int MOST_VALUES = 50_000;
    static final int MOST_BOUNDS = 1_000;

    private static final double STEP = 1.01;

    private PageScores() {
    }

    /** Whether so many values are lowered to thresholds. */
    static boolean thinned(double[] ascending) {
        return Arrays.stream(ascending).distinct().count() > MOST_VALUES;
    }

    /**
     * @param ascending the scores, negative infinity for those that no threshold accepts
     * @param thresholds ascending
     */
    static JsonObject of(double[] ascending, double[] thresholds) {
        boolean thin = thinned(ascending);
        TreeMap<Double, Integer> counts = new TreeMap<>();
        DoubleStream.of(ascending).forEach(score -> counts.merge(thin ? reached(score, thresholds) : score, 1,
                Integer::sum));
        JsonObject scores = new JsonObject();
        scores.addProperty("values", PagePacking.doubles(counts.keySet().stream().mapToDouble(value -> value)));
        scores.addProperty("counts", PagePacking.ints(counts.values().stream().mapToInt(count -> count)));
        int[] events = events(ascending.length);
        scores.addProperty("events", PagePacking.ints(IntStream.of(events)));
        scores.addProperty("bounds", PagePacking.doubles(bounds(events, ascending.length)));
        return scores;
    }

    private static double reached(double score, double[] thresholds) {
        int at = Arrays.binarySearch(thresholds, score);
        int below = at >= 0 ? at : -at - 2;
        return below < 0 ? Double.NEGATIVE_INFINITY : thresholds[below];
    }

    /** Counts to have bounds for: with each k also n - k, ascending. */
    static int[] events(int trials) {
        IntStream.Builder some = IntStream.builder();
        for (int k = 0; k <= trials / 2; k = Math.max(k + 1, trials > MOST_BOUNDS ? (int) (STEP * k) : 0)) {
            some.add(k).add(trials - k);
        }
        return some.build().sorted().distinct().toArray();
    }

    /** A quantile of the beta distribution is costly: half of them are made, all at once. */
    private static DoubleStream bounds(int[] events, int trials) {
        double[] bounds = new double[events.length];
        IntStream.rangeClosed(0, (events.length - 1) / 2).parallel().forEach(i -> {
            Interval interval = new Rate(events[i], trials).interval(Interval.USUAL_CONFIDENCE);
            bounds[i] = interval.lower();
            bounds[events.length - 1 - i] = events[i] == trials - events[i] ? interval.lower() : 1 - interval.upper();
        });
        return DoubleStream.of(bounds);
    }
}
