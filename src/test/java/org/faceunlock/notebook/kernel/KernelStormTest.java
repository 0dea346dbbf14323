package org.faceunlock.notebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * After any storm of messages on busy cores every request was answered, the kernel is idle, and 1+1 is 2.
 *
 * <p>{@code -Dkernel.storms=N} sets how many the full form has, {@code -Dkernel.seed=S} the first one's seed.
 */
class KernelStormTest {
    private static final long SEED = Long.getLong("kernel.seed", 2026);

    @RegisterExtension
    static final LiveKernel KERNEL = new LiveKernel("-Xmx512m");

    static LongStream seeds() {
        return LongStream.range(SEED, SEED + Integer.getInteger("kernel.storms", 5));
    }

    @Test
    void everyRequestOfAShortStormIsAnswered() {
        weather(SEED, 150);
    }

    @Tag("soak")
    @ParameterizedTest
    @MethodSource("seeds")
    void everyRequestOfAStormIsAnswered(long seed) {
        weather(seed, 2000);
    }

    private static void weather(long seed, int messages) {
        Storm storm = new Storm(KERNEL.page(), seed);
        BusyCores busy = new BusyCores();
        try {
            assertThat(storm.blow(messages)).as("seed %d", seed).isEmpty();
        } finally {
            busy.close();
            System.out.println("seed " + seed + ": " + storm.counts());
        }
        assertThat(KERNEL.page().beats(Duration.ofSeconds(5))).isTrue();
        assertThat(KERNEL.page().run("1+1").value()).isEqualTo("2");
    }
}
