package org.faceunlock.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A weight that is no finite number is refused wherever it lies and whatever its format. */
class FiniteWeightsTest {

    @TempDir
    private Path folder;

    static Stream<StateTensor> notFinite() {
        return Stream.of(
                StateTensor.of(new float[] {1, 2, Float.NaN, 4}, 4),
                StateTensor.of(new float[] {1, 2, Float.POSITIVE_INFINITY, 4}, 2, 2),
                StateTensor.of(new float[] {1, 2, Float.NEGATIVE_INFINITY}, 3),
                new StateTensor(DType.FLOAT16, new int[] {3}, little(6).putShort(4, (short) 0x7c00)),
                new StateTensor(DType.BFLOAT16, new int[] {3}, little(6).putShort(4, (short) 0x7fc0)),
                new StateTensor(DType.FLOAT64, new int[] {3}, little(24).putDouble(16, Double.NaN)),
                new StateTensor(DType.FLOAT64, new int[] {3}, little(24).putDouble(16, 1e300)));
    }

    @ParameterizedTest
    @MethodSource("notFinite")
    void aTensorWithOneIsNotComputedWith(StateTensor tensor) {
        assertThatThrownBy(() -> new StateDict("file.pt", Map.of("conv.bias", tensor)).findFinite("conv.bias"))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("conv.bias").hasMessageContaining("finite").hasMessageContaining("place 2");
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, Integer.MIN_VALUE, 0x7f800000})
    void aWholeNumberIsFiniteWhateverItsBits(int bits) {
        StateTensor counter = new StateTensor(DType.INT32, new int[] {1}, little(4).putInt(0, bits));
        assertThat(new StateDict("file.pt", Map.of("counter", counter)).findFinite("counter")).contains(counter);
    }

    @Test
    void aFileWithOneIsRefusedByItsName() throws IOException {
        byte[] numbers = CrudeCheckpoint.counting(4);
        ByteBuffer.wrap(numbers).order(ByteOrder.LITTLE_ENDIAN).putFloat(8, Float.NaN);
        Path file = folder.resolve("nan.pt");
        byte[] pickle = PickleBytes.start().orderedDict().op("(").text("w").raw(CrudeCheckpoint.tensor(
                new PickleBytes(), 4, 0, new long[] {4}, new long[] {1}).bytes()).op("u.").bytes();
        try (StoredZip zip = new StoredZip(file)) {
            zip.add("a/data.pkl", pickle).add("a/data/0", numbers).add("a/byteorder", CrudeCheckpoint.ascii("little"));
        }
        assertThatThrownBy(() -> CheckpointFile.read(file).findFinite("w")).isInstanceOf(CheckpointException.class)
                .hasMessageContaining("nan.pt").hasMessageContaining("tensor 'w'").hasMessageContaining("NaN");
    }

    @Test
    void aScaleThatMakesThemInfiniteIsRefused() throws IOException {
        Path manifest = Files.writeString(folder.resolve("m.json"), """
                [{"paths":["n"],"weights":[{"name":"a/bias","shape":[2],"dtype":"float32",\
                "quantization":{"dtype":"uint8","scale":1e300,"min":0}}]}]""");
        Path numbers = Files.write(folder.resolve("n"), new byte[] {0, 1});
        assertThatThrownBy(() -> TfjsCheckpoint.read(manifest, numbers).findFinite("a.bias"))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("a.bias").hasMessageContaining("finite");
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
