package org.faceunlock.demo.bench;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.faceunlock.detect.Mtcnn;
import org.faceunlock.detect.MtcnnSettings;
import org.faceunlock.network.OneDnn;

/** What a measurement ran on and with, one line each; without it a figure means nothing. */
public final class BenchSetting {

    private final PrintWriter out;

    public BenchSetting(PrintWriter out) {
        this.out = out;
    }

    /** The program, the machine and Java. */
    public BenchSetting machine() {
        double heap = Runtime.getRuntime().maxMemory() / 1e9;
        return line("machine", "%s cores, %s %s, Java %s, heap up to %.1f GB, load average %.1f, convolutions by %s",
                Runtime.getRuntime().availableProcessors(), System.getProperty("os.name"),
                System.getProperty("os.arch"), System.getProperty("java.version"), heap,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), OneDnn.describe());
    }

    public BenchSetting detector(Mtcnn mtcnn) {
        MtcnnSettings settings = mtcnn.settings();
        return line("detector", "%s, least face %s px, thresholds %s %s %s, factor %s, crops %s px with margin %s",
                mtcnn.name(), settings.minimumFaceSize(), settings.proposalThreshold(), settings.refineThreshold(),
                settings.outputThreshold(), settings.factor(), settings.imageSize(), settings.margin());
    }

    public BenchSetting line(String what, String words, Object... values) {
        out.println(String.format(Locale.ROOT, "%-10s ", what) + String.format(Locale.ROOT, words, values));
        return this;
    }
}
