package org.faceunlock.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What becomes of a state dict on its way to a file and back; that every number format survives, CheckpointFileTest
 * says.
 */
class CheckpointWriteTest {

    @TempDir
    private Path folder;

    @Test
    void halvesAreReadBackWithinHalfAStepOfTheFloats() {
        float[] floats = floats();
        Path file = folder.resolve("half.pt");
        CheckpointFile.write(states(floats).to(DType.FLOAT16), file);
        StateTensor read = CheckpointFile.read(file).find("layer.weight").orElseThrow();
        assertThat(read.type()).isEqualTo(DType.FLOAT16);
        float[] halves = read.toFloats();
        for (int i = 0; i < floats.length; i++) {
            assertThat(halves[i]).isCloseTo(floats[i],
                    org.assertj.core.data.Offset.offset(Math.ulp(floats[i]) * 4096 + 0x1p-25f));
        }
    }

    @Test
    void countersKeepTheirFormatWhenWeightsAreHalved() {
        StateTensor counter = new StateTensor(DType.INT64, new int[0],
                ByteBuffer.wrap(new byte[] {7, 0, 0, 0, 0, 0, 0, 0}));
        StateDict halved = new StateDict("test", Map.of("n", counter)).to(DType.FLOAT16);
        assertThat(halved.find("n").orElseThrow().type()).isEqualTo(DType.INT64);
    }

    @Test
    void equalStatesGiveEqualBytes() throws IOException {
        CheckpointFile.write(states(floats()), folder.resolve("one.pt"));
        CheckpointFile.write(states(floats()), folder.resolve("two.pt"));
        assertThat(folder.resolve("one.pt")).hasSameBinaryContentAs(folder.resolve("two.pt"));
    }

    @Test
    void foldersAreMadeAndNothingIsLeftBesideTheFile() throws IOException {
        Path file = folder.resolve("a/b/c.pt");
        CheckpointFile.write(states(floats()), file);
        try (var listed = Files.list(file.getParent())) {
            assertThat(listed).containsExactly(file);
        }
    }

    @Test
    void aFileThatCannotBeReplacedLeavesNothingBehind() throws IOException {
        Path taken = Files.createDirectories(folder.resolve("taken/inside")).getParent();
        assertThatThrownBy(() -> CheckpointFile.write(states(floats()), taken))
                .isInstanceOf(UncheckedIOException.class).hasMessageContaining("taken");
        try (var listed = Files.list(folder)) {
            assertThat(listed).containsExactly(taken);
        }
    }

    private static StateDict states(float[] floats) {
        Map<String, StateTensor> tensors = new LinkedHashMap<>();
        tensors.put("layer.weight", StateTensor.of(floats, 3, floats.length / 3));
        tensors.put("scale", StateTensor.of(new float[] {0.25f}));
        return new StateDict("test", tensors);
    }

    private static float[] floats() {
        long seed = 20261122;
        System.out.println("CheckpointWriteTest seed " + seed);
        Random random = new Random(seed);
        float[] floats = new float[300];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) (random.nextGaussian() * Math.pow(2, random.nextInt(30) - 20));
        }
        return floats;
    }
}
