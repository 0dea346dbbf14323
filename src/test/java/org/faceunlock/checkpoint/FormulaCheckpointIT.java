package org.faceunlock.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole of InceptionResnetV1, 107 MB, written and read in both formats. */
class FormulaCheckpointIT {

    private static final double SECONDS = 0.3;
    /** Processor time, not the clock: other work on the machine must not fail the test. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void comesBackBitForBit(CheckpointWriter.Format format) throws IOException {
        StateDict written = FormulaWeights.of(EmbedderShapes.all());
        Path file = folder.resolve("formula.pt");
        CheckpointWriter.write(written, format, file);
        StateDict read = CheckpointFile.read(file);
        assertThat(read.names()).containsExactlyElementsOf(written.names());
        written.tensors().forEach((name, tensor) -> {
            assertThat(read.find(name).orElseThrow().shape()).as(name).containsExactly(tensor.shape());
            assertThat(read.find(name).orElseThrow().bytes()).as(name).isEqualTo(tensor.bytes());
        });
    }

    @ParameterizedTest
    @EnumSource
    void isReadFastAndSetsAsideNoMoreThanATenthOverItsSize(CheckpointWriter.Format format) throws IOException {
        Path file = folder.resolve("formula.pt");
        FormulaCheckpointTool.write(file, format);
        double best = Double.POSITIVE_INFINITY;
        for (int round = 0; round < 5; round++) {
            long allocated = Allocation.bytes();
            long start = THREADS.getCurrentThreadCpuTime();
            CheckpointFile.read(file);
            best = Math.min(best, (THREADS.getCurrentThreadCpuTime() - start) / 1e9);
            assertThat(Allocation.bytes() - allocated).isLessThan(Files.size(file) / 10 * 11);
        }
        System.out.printf("FormulaCheckpointIT: 107 MB, %s, read in %.3f s of processor time%n", format, best);
        assertThat(best).as("processor seconds, best of five").isLessThan(SECONDS);
    }
}
