package org.faceunlock.demo.bench;

import java.util.Arrays;
import java.util.Locale;

/** How long the rounds of something took, in seconds. */
public final class BenchTimes {

    private final double[] seconds; // ascending

    private BenchTimes(double[] seconds) {
        this.seconds = seconds;
    }

    /**
     * Times in any order, at least one.
     *
     * @param seconds of each round
     */
    public static BenchTimes of(double... seconds) {
        if (seconds.length == 0) {
            throw new IllegalArgumentException("seconds: expected at least one round, found none");
        }
        return new BenchTimes(Arrays.stream(seconds).sorted().toArray());
    }

    /** The middle one, or the mean of the two in the middle. */
    public double median() {
        int half = seconds.length / 2;
        return seconds.length % 2 == 1 ? seconds[half] : (seconds[half - 1] + seconds[half]) / 2;
    }

    /** The shortest round, in seconds. */
    public double lowest() {
        return seconds[0];
    }

    /** The longest round, in seconds. */
    public double highest() {
        return seconds[seconds.length - 1];
    }

    /** From the lowest to the highest, as a share of the median. */
    public double spread() {
        return (highest() - lowest()) / median();
    }

    /** Median, lowest, highest in milliseconds, spread in per cent, and {@code count} things a second by the median. */
    public String[] cells(String what, int count) {
        return new String[] {what, milliseconds(median()), milliseconds(lowest()), milliseconds(highest()),
            String.format(Locale.ROOT, "%.0f %%", 100 * spread()),
            String.format(Locale.ROOT, "%.1f", count / median())};
    }

    private static String milliseconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f", 1000 * seconds);
    }
}
