package org.faceunlock.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Whether this processor multiplies bfloat16 itself; one that does not is slower with it than with float32. */
public final class Bfloat16 {

    /** What Linux calls the instructions of Intel and AMD, of Intel alone, and of Arm. */
    private static final List<String> FLAGS = List.of("avx512_bf16", "amx_bf16", "bf16");

    private Bfloat16() {
    }

    /** Whether it is known to: Linux tells, other systems do not. */
    public static boolean inHardware() {
        return inHardware(Path.of("/proc/cpuinfo"));
    }

    static boolean inHardware(Path cpuinfo) {
        try {
            return Files.readAllLines(cpuinfo).stream()
                    .filter(line -> line.startsWith("flags") || line.startsWith("Features"))
                    .flatMap(line -> Arrays.stream(line.substring(line.indexOf(':') + 1).split(" ")))
                    .anyMatch(FLAGS::contains);
        } catch (IOException e) {
            return false; // not Linux
        }
    }
}
