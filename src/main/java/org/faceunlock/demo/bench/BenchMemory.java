package org.faceunlock.demo.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * How much memory the process held as rounds went by, and whether it grows without end. For one thread.
 *
 * <p>Growth is told of resident memory less the free room in Java's heap, whose coming and going would hide a leak.
 */
public final class BenchMemory {

    /** Rounds in which pools and compiled code still grow, and which do not count. */
    static final int SETTLING = 200;

    /** kB a round up to which memory is called flat: a leaked photo of 320 pixels would be 300, a crop 77. */
    static final double FLAT = 20;

    private static final Path STATUS = Path.of("/proc/self/status");

    private final List<Sample> samples = new ArrayList<>();

    /**
     * What the process holds.
     *
     * @param rounds after so many
     * @param resident kB of memory in use, whatever for
     * @param room kB of that at most which Java's heap keeps free, and which comes and goes as its collector likes
     */
    public record Sample(int rounds, int resident, int room) {

        int held() {
            return resident - room;
        }
    }

    /** Looks at what is held after so many rounds. */
    public Sample sample(int rounds) {
        System.gc(); // what is left is held, not merely waiting to be collected
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return add(new Sample(rounds, residentKilobytes(), (int) ((heap.getCommitted() - heap.getUsed()) / 1024)));
    }

    public Sample add(Sample sample) {
        samples.add(sample);
        return sample;
    }

    public static String head(String what) {
        return String.format(Locale.ROOT, "%-12s%12s%30s", what, "resident MB", "less the heap's free room MB");
    }

    /** A line under the head. */
    public static String line(Sample sample) {
        return String.format(Locale.ROOT, "%-12d%12s%30s",
                sample.rounds(), megabytes(sample.resident()), megabytes(sample.held()));
    }

    private static String megabytes(double kilobytes) {
        return String.format(Locale.ROOT, "%.1f", kilobytes / 1024);
    }

    /** kB a round, by least squares over the samples from {@value #SETTLING} rounds on; NaN for fewer than two. */
    public double slope() {
        return line().getSlope();
    }

    /** How far the slope may be off, as a standard error; NaN for fewer than three samples that count. */
    public double doubt() {
        return line().getSlopeStdErr();
    }

    private SimpleRegression line() {
        SimpleRegression line = new SimpleRegression();
        settled().forEach(sample -> line.addData(sample.rounds(), sample.held()));
        return line;
    }

    /** kB from the first to the last sample after {@value #SETTLING} rounds. */
    public int growth() {
        List<Sample> settled = settled();
        return settled.isEmpty() ? 0 : settled.get(settled.size() - 1).held() - settled.get(0).held();
    }

    private List<Sample> settled() {
        return samples.stream().filter(sample -> sample.rounds() >= SETTLING).toList();
    }

    /** Whether memory has stopped growing, but for noise; false also when there were too few rounds to tell. */
    public boolean isFlat() {
        return slope() <= Math.max(FLAT, 2 * doubt());
    }

    public String verdict() {
        return String.format(Locale.ROOT,
                "%s: %.2f kB a round, give or take %.2f, by least squares after %d rounds; %s MB in all",
                Double.isNaN(doubt()) ? "too few rounds to tell" : isFlat() ? "flat" : "NOT FLAT",
                slope(), doubt(), SETTLING, megabytes(growth()));
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
