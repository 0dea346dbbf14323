package org.faceunlock.demo.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.faceunlock.detect.Mtcnn;
import org.faceunlock.detect.MtcnnSettings;
import org.faceunlock.network.OneDnn;
import org.faceunlock.network.TorchEngine;

/** What a measurement ran on and with, one line each; without it a figure means nothing. */
public final class BenchSetting {

    private final PrintWriter out;

    public BenchSetting(PrintWriter out) {
        this.out = out;
    }

    /** The program, the machine and Java. */
    public BenchSetting machine() {
        long heap = Runtime.getRuntime().maxMemory() >> 20;
        return line("machine", "%s cores of %s, %s %s, load average %.1f", Runtime.getRuntime().availableProcessors(),
                processor(), System.getProperty("os.name"), System.getProperty("os.arch"),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage())
                .line("versions", "Java %s, heap up to %s MiB, libtorch %s, convolutions by %s",
                        System.getProperty("java.version"), heap, TorchEngine.version(), OneDnn.describe());
    }

    /** The processor's name; Linux tells it. */
    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream().filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip()).findFirst().orElse("unknown name");
        } catch (IOException e) {
            return "unknown name";
        }
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
