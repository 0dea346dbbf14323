package org.faceunlock.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the reader makes of sound files, written by the tests. */
class CheckpointFileTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void givesBackEveryFormatOfNumbersInOrder(CheckpointWriter.Format format) throws IOException {
        long seed = 20261121;
        System.out.println("CheckpointFileTest seed " + seed);
        Random random = new Random(seed);
        Map<String, StateTensor> tensors = new LinkedHashMap<>();
        for (DType type : DType.values()) {
            byte[] bytes = new byte[6 * type.bytes()];
            random.nextBytes(bytes);
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] &= 0x3f; // small exponents: every number is finite
            }
            tensors.put("z." + type, new StateTensor(type, new int[] {3, 1, 2}, ByteBuffer.wrap(bytes)));
        }
        tensors.put("a scalar", StateTensor.of(new float[] {7}));
        tensors.put("nothing", StateTensor.of(new float[0], 4, 0));
        Path file = folder.resolve("名前 " + format + ".pt");
        CheckpointWriter.write(new StateDict("test", tensors), format, file);

        StateDict read = CheckpointFile.read(file);
        assertThat(read.source()).isEqualTo(file.toString());
        assertThat(read.names()).containsExactlyElementsOf(tensors.keySet());
        tensors.forEach((name, tensor) -> {
            StateTensor found = read.find(name).orElseThrow();
            assertThat(found.type()).as(name).isEqualTo(tensor.type());
            assertThat(found.shape()).as(name).containsExactly(tensor.shape());
            assertThat(found.bytes()).as(name).isEqualTo(tensor.bytes());
        });
    }

    @Test
    void ordersATransposedTensorByRows() throws IOException {
        assertThat(single(0, new long[] {3, 2}, new long[] {1, 3})).containsExactly(0, 3, 1, 4, 2, 5);
    }

    @Test
    void takesEveryOtherNumberFromAnOffset() throws IOException {
        assertThat(single(1, new long[] {3}, new long[] {2})).containsExactly(1, 3, 5);
    }

    @Test
    void repeatsANumberOfStrideZero() throws IOException {
        assertThat(single(5, new long[] {2, 2}, new long[] {0, 0})).containsExactly(5, 5, 5, 5);
    }

    @Test
    void ignoresTheStrideOfAnAxisOfOne() throws IOException {
        assertThat(single(2, new long[] {1, 2}, new long[] {Long.MAX_VALUE, 1})).containsExactly(2, 3);
    }

    @Test
    void readsTheViewsOfOldFilesFromTheirStart() throws IOException {
        byte[] state = CrudeCheckpoint.tensor(PickleBytes.start().op("}").text("w"), pickle -> pickle.op("(")
                .text("storage").global("torch", "FloatStorage").text("0").text("cpu").number(6)
                .op("(").text("view").number(2).number(3).op("ttQ"), 1, new long[] {2},
                new long[] {1}).op("s.").bytes();
        Path file = CrudeCheckpoint.legacy(folder, state, 6);
        assertThat(CheckpointFile.read(file).find("w").orElseThrow().toFloats()).containsExactly(3, 4);
    }

    @Test
    void findsTheStateDictOfATrainingCheckpoint() throws IOException {
        PickleBytes pickle = PickleBytes.start().op("}").text("epoch").number(3).op("s").text("optimizer").op("}")
                .number(0).op("}ss").text("state_dict").orderedDict();
        CrudeCheckpoint.tensor(pickle.text("w"), 6, 0, new long[] {6}, new long[] {1}).op("ss.");
        Path file = CrudeCheckpoint.zip(folder, pickle.bytes(), 6);
        assertThat(CheckpointFile.read(file).names()).containsExactly("w");
    }

    @Test
    void dropsTheAttributesOfAStateDict() throws IOException {
        PickleBytes pickle = PickleBytes.start().orderedDict();
        CrudeCheckpoint.tensor(pickle.text("w"), 6, 0, new long[] {6}, new long[] {1}).op("s")
                .op("}").text("_metadata").orderedDict().op("sb.");
        assertThat(CheckpointFile.read(CrudeCheckpoint.zip(folder, pickle.bytes(), 6)).names()).containsExactly("w");
    }

    @Test
    void readsAStorageOnceForAllTensorsInIt() throws IOException {
        int numbers = 1 << 20;
        PickleBytes pickle = PickleBytes.start().op("}");
        for (int i = 0; i < 100; i++) {
            CrudeCheckpoint.tensor(pickle.text("w" + i), numbers, i, new long[] {numbers - i}, new long[] {1}).op("s");
        }
        Path file = CrudeCheckpoint.zip(folder, pickle.op(".").bytes(), numbers);
        long before = Allocation.bytes();
        StateDict read = CheckpointFile.read(file);
        assertThat(Allocation.bytes() - before).isLessThan(4L * numbers + (2 << 20));
        assertThat(read.find("w99").orElseThrow().toFloats()[0]).isEqualTo(99f);
    }

    @ParameterizedTest
    @EnumSource
    void needsTheFileNoLongerOnceRead(CheckpointWriter.Format format) throws IOException {
        Path file = folder.resolve("gone.pt");
        StateDict written = new StateDict("test", Map.of("w", StateTensor.of(new float[] {1, 2, 3}, 3)));
        CheckpointWriter.write(written, format, file);
        StateDict read = CheckpointFile.read(file);
        Files.write(file, new byte[0]);
        Files.delete(file);
        assertThat(read.find("w").orElseThrow().toFloats()).containsExactly(1, 2, 3);
    }

    /** The numbers of a tensor over a storage of 0, 1, 2, 3, 4, 5. */
    private float[] single(long offset, long[] shape, long[] stride) throws IOException {
        byte[] pickle = CrudeCheckpoint.tensor(PickleBytes.start().op("}").text("w"), 6, offset, shape, stride).op("s.")
                .bytes();
        return CheckpointFile.read(CrudeCheckpoint.zip(folder, pickle, 6)).find("w").orElseThrow().toFloats();
    }
}
