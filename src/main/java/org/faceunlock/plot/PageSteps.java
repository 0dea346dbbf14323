package org.faceunlock.plot;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.faceunlock.evaluate.ThresholdReport;
import org.faceunlock.evaluate.VerificationScores;

/**
 * The thresholds that the slider of a page stops at: whole multiples of a power of ten, 400 to 4,000 of them, from just
 * below the lowest score to just above the highest. A step is the same number in Java and in JavaScript: a whole number
 * divided by a power of ten, or multiplied with one.
 *
 * @param decimals of a threshold; negative for tens, hundreds and so on
 * @param from the first step
 * @param to the last step
 */
record PageSteps(int decimals, long from, long to) {

    private static final double FEWEST = 400;
    private static final double LEAST_SPAN = 1e-6;
    private static final int MOST_DECIMALS = 15;

    /** Steps for all scores and thresholds of the reports. */
    static PageSteps of(List<ThresholdReport> reports) {
        double[] all = reports.stream().flatMapToDouble(PageSteps::extremes).filter(Double::isFinite).toArray();
        double low = Arrays.stream(all).min().orElse(0);
        double high = Arrays.stream(all).max().orElse(1);
        double span = Math.max(high - low, LEAST_SPAN * Math.max(1, Math.abs(high)));
        int decimals = (int) Math.min(MOST_DECIMALS, -Math.floor(Math.log10(span / FEWEST)));
        double unit = Math.pow(10, decimals);
        return new PageSteps(decimals, (long) Math.floor(low * unit) - 1, (long) Math.ceil(high * unit) + 1);
    }

    private static DoubleStream extremes(ThresholdReport report) {
        VerificationScores scores = report.scores();
        double[] seen = scores.thresholds();
        return DoubleStream.of(seen[0], seen[seen.length - 1], report.threshold());
    }

    /** The threshold of a step. */
    double threshold(long step) {
        return decimals >= 0 ? step / Math.pow(10, decimals) : step * Math.pow(10, -decimals);
    }

    /** All of them, ascending. */
    double[] thresholds() {
        return IntStream.rangeClosed(0, Math.toIntExact(to - from)).mapToDouble(i -> threshold(from + i)).toArray();
    }
}
