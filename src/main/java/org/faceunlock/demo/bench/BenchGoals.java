package org.faceunlock.demo.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.faceunlock.evaluate.Interval;
import org.faceunlock.evaluate.Rate;

/** Figures beside the goals that they should reach. For one thread. */
public final class BenchGoals {

    private final List<List<String>> rows = new ArrayList<>(
            List.of(List.of("figure", "measured", "95 % interval", "goal", "")));
    private boolean allReached = true;

    /** A share that should be at least the goal, with the Clopper-Pearson interval. */
    public void atLeast(String figure, Rate measured, double goal) {
        add(figure, measured.value(), words(measured.interval(Interval.USUAL_CONFIDENCE)), ">= " + percent(goal),
                measured.value() >= goal);
    }

    /** A share that should be at most the goal. */
    public void atMost(String figure, double measured, Interval interval, double goal) {
        add(figure, measured, words(interval), "<= " + percent(goal), measured <= goal);
    }

    /** A share that should be at most the goal, without an interval. */
    public void atMost(String figure, double measured, double goal) {
        add(figure, measured, "", "<= " + percent(goal), measured <= goal);
    }

    /** A number, not a share, that should be at least the goal. */
    public void atLeast(String figure, double measured, double goal) {
        add(figure, String.format(Locale.ROOT, "%.3f", measured), "", ">= " + goal, measured >= goal);
    }

    private void add(String figure, double measured, String interval, String goal, boolean reached) {
        add(figure, percent(measured), interval, goal, reached); // NaN fails
    }

    private void add(String figure, String measured, String interval, String goal, boolean reached) {
        rows.add(List.of(figure, measured, interval, goal, reached ? "PASS" : "FAIL"));
        allReached &= reached;
    }

    /** A figure without a goal. */
    public void note(String figure, Rate measured) {
        note(figure, percent(measured.value()), words(measured.interval(Interval.USUAL_CONFIDENCE)));
    }

    /** A figure without a goal. */
    public void note(String figure, String measured, String interval) {
        rows.add(List.of(figure, measured, interval, "", ""));
    }

    /** Whether every figure reached its goal. */
    public boolean allReached() {
        return allReached;
    }

    /** The heads, then a row for each figure in the order in which they were added. */
    public List<List<String>> rows() {
        return List.copyOf(rows);
    }

    /** A share, 0 to 1, as a percentage with two decimals; NaN is "unknown". */
    public static String percent(double share) {
        return Double.isNaN(share) ? "unknown" : String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    private static String words(Interval interval) {
        return String.format(Locale.ROOT, "%.2f to %.2f %%", 100 * interval.lower(), 100 * interval.upper());
    }
}
