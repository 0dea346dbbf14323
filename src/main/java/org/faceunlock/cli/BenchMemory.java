package org.faceunlock.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/** How much memory the process held as rounds went by, and whether it grows without end. For one thread. */
final class BenchMemory {

    /** Rounds in which pools and compiled code still grow, and which do not count. */
    static final int SETTLING = 200;

    /** kB a round up to which memory is called flat: a leaked photo of 320 pixels would be 300, a crop 77. */
    static final double FLAT = 20;

    private static final Path STATUS = Path.of("/proc/self/status");

    private final List<int[]> samples = new ArrayList<>(); // rounds, kB

    /** What is held after so many rounds. */
    void sample(int rounds) {
        System.gc(); // what is left is held, not merely waiting to be collected
        samples.add(new int[] {rounds, residentKilobytes()});
    }

    void add(int rounds, int kilobytes) {
        samples.add(new int[] {rounds, kilobytes});
    }

    /** A table: rounds, resident memory, growth since the row before. */
    List<String> lines(String what) {
        TextColumns table = new TextColumns(what, "resident MB", "growth MB");
        for (int i = 0; i < samples.size(); i++) {
            int before = samples.get(Math.max(0, i - 1))[1];
            table.add(Integer.toString(samples.get(i)[0]), megabytes(samples.get(i)[1]),
                    i == 0 ? "" : megabytes(samples.get(i)[1] - before));
        }
        return table.lines();
    }

    private static String megabytes(double kilobytes) {
        return String.format(Locale.ROOT, "%.1f", kilobytes / 1024);
    }

    /** kB a round, by least squares over the samples from {@value #SETTLING} rounds on; NaN for fewer than two. */
    double slope() {
        SimpleRegression line = new SimpleRegression();
        settled().forEach(sample -> line.addData(sample[0], sample[1]));
        return line.getSlope();
    }

    /** kB from the first to the last sample after {@value #SETTLING} rounds. */
    int growth() {
        List<int[]> settled = settled();
        return settled.isEmpty() ? 0 : settled.get(settled.size() - 1)[1] - settled.get(0)[1];
    }

    private List<int[]> settled() {
        return IntStream.range(0, samples.size()).mapToObj(samples::get).filter(s -> s[0] >= SETTLING).toList();
    }

    /** Whether memory has stopped growing; false also when there were too few rounds to tell. */
    boolean isFlat() {
        return slope() <= FLAT;
    }

    String verdict() {
        return String.format(Locale.ROOT,
                "%s: %.2f kB a round by least squares after %d rounds (flat is at most %.0f), %s MB in all",
                Double.isNaN(slope()) ? "too few rounds to tell" : isFlat() ? "flat" : "NOT FLAT",
                slope(), SETTLING, FLAT, megabytes(growth()));
    }

    /** VmRSS where there is one, else what Java itself says it holds, which lacks libtorch's share. */
    private static int residentKilobytes() {
        try {
            return Files.readAllLines(STATUS).stream().filter(line -> line.startsWith("VmRSS:"))
                    .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D+", ""))).findFirst().orElseThrow();
        } catch (IOException e) {
            long bytes = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted()
                    + ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage().getCommitted();
            return (int) (bytes / 1024);
        }
    }
}
