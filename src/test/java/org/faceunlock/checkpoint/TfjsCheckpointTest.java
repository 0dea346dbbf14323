package org.faceunlock.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TfjsCheckpointTest {

    private static final String BIAS = "{\"name\":\"a/conv/bias\",\"shape\":[2],\"dtype\":\"float32\"}";

    @TempDir
    private Path folder;
    private Path manifest;
    private Path numbers;

    @BeforeEach
    void nameFiles() {
        manifest = folder.resolve("weights_manifest.json");
        numbers = folder.resolve("weights.bin");
    }

    @Test
    void floatsAreTakenAsTheyStand() throws IOException {
        write(manifest(BIAS), floats(1.5f, -2.25f));
        assertThat(read("a.conv.bias")).containsExactly(1.5f, -2.25f);
    }

    @Test
    void byteIsScaledInDoubleAndRoundedOnce() throws IOException {
        write(manifest(quantised("a/scale/biases", "3", "uint8", "0.0005260649557207145", "-0.07101876902229645")),
                new byte[] {0, 79, (byte) 255});
        assertThat(read("a.scale.bias")).containsExactly((float) -0.07101876902229645,
                (float) (79 * 0.0005260649557207145 - 0.07101876902229645),
                (float) (255 * 0.0005260649557207145 - 0.07101876902229645));
    }

    @Test
    void filtersComeOutByOutputFirst() throws IOException {
        write(manifest(quantised("a/conv/filters", "1,2,2,3", "uint8", "1", "0")), count(12)); // [h, w, in, out]
        StateTensor filters = TfjsCheckpoint.read(manifest, numbers).find("a.conv.weight").orElseThrow();
        assertThat(filters.shape()).containsExactly(3, 2, 1, 2);
        assertThat(filters.toFloats()).containsExactly(0, 6, 3, 9, 1, 7, 4, 10, 2, 8, 5, 11);
    }

    @Test
    void denseLayerComesOutByOutputFirst() throws IOException {
        write(manifest(quantised("fc", "2,3", "uint8", "1", "0")), count(6));
        StateTensor fc = TfjsCheckpoint.read(manifest, numbers).find("fc.weight").orElseThrow();
        assertThat(fc.shape()).containsExactly(3, 2);
        assertThat(fc.toFloats()).containsExactly(0, 3, 1, 4, 2, 5);
    }

    @Test
    void tensorsLieOneAfterTheOther() throws IOException {
        ByteBuffer file = ByteBuffer.allocate(11).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {7, 8, 9}).putFloat(1f).putFloat(2f);
        write(manifest(quantised("b/scale/weights", "3", "uint8", "1", "0"), BIAS), file.array());
        assertThat(read("b.scale.weight")).containsExactly(7, 8, 9);
        assertThat(read("a.conv.bias")).containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void fileOfAnotherSizeThanTheTensorsIsRefused(int difference) throws IOException {
        write(manifest(BIAS), new byte[8 + difference]);
        assertRefused("expected the 8 bytes").hasMessageContaining(numbers.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "[[[|JSON", "{}|JSON", "null|one group", "[]|one group", "[null]|one group", "[{},{}]|one group",
        "[{\"weights\":[]}]|one group", "[{\"paths\":[\"a\",\"b\"],\"weights\":[]}]|one group",
        "[{\"paths\":[\"../../etc/passwd\"]}]|one group", "[{\"paths\":[\"a\"],\"weights\":7}]|JSON"})
    void whatIsNoManifestIsRefused(String json, String reason) throws IOException {
        write(json, new byte[8]);
        assertRefused(reason).hasMessageContaining(manifest.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "null|names", "{\"shape\":[2],\"dtype\":\"float32\"}|names",
        "{\"name\":\"../a\",\"shape\":[2],\"dtype\":\"float32\"}|names",
        "{\"name\":\"a\",\"dtype\":\"float32\"}|sizes",
        "{\"name\":\"a\",\"shape\":[],\"dtype\":\"float32\"}|sizes",
        "{\"name\":\"a\",\"shape\":[0],\"dtype\":\"float32\"}|sizes",
        "{\"name\":\"a\",\"shape\":[-2],\"dtype\":\"float32\"}|sizes",
        "{\"name\":\"a\",\"shape\":[1,1,2],\"dtype\":\"float32\"}|sizes",
        "{\"name\":\"a\",\"shape\":[65536,65536],\"dtype\":\"float32\"}|2 GiB",
        "{\"name\":\"a\",\"shape\":[2147483647],\"dtype\":\"float32\"}|2 GiB",
        "{\"name\":\"a\",\"shape\":[99999999999],\"dtype\":\"float32\"}|JSON",
        "{\"name\":\"a\",\"shape\":[2.5],\"dtype\":\"float32\"}|JSON",
        "{\"name\":\"a\",\"shape\":[2],\"dtype\":\"int32\"}|type float32",
        "{\"name\":\"a\",\"shape\":[2],\"dtype\":\"string\"}|type float32",
        "{\"name\":\"a\",\"shape\":[2]}|type float32",
        "{\"name\":\"a\",\"shape\":[8],\"dtype\":\"float32\",\"quantization\":{}}|uint8",
        "{\"name\":\"a\",\"shape\":[8],\"dtype\":\"float32\""
            + ",\"quantization\":{\"dtype\":\"uint16\",\"scale\":1,\"min\":0}}|uint8",
        "{\"name\":\"a\",\"shape\":[8],\"dtype\":\"float32\""
            + ",\"quantization\":{\"dtype\":\"uint8\",\"scale\":1e999,\"min\":0}}|JSON",
        "{\"name\":\"a\",\"shape\":[8],\"dtype\":\"float32\""
            + ",\"quantization\":{\"dtype\":\"uint8\",\"scale\":1}}|uint8"})
    void brokenTensorIsRefused(String tensor, String reason) throws IOException {
        write(manifest(tensor), new byte[8]);
        assertRefused(reason).hasMessageContaining(manifest.toString());
    }

    @Test
    void manyLargeTensorsAreRefusedBeforeTheyAreRead() throws IOException {
        String large = quantised("%s/conv/bias", "2000000000", "uint8", "1", "0");
        write(manifest(large.formatted("a"), large.formatted("b")), new byte[8]);
        assertRefused("2 GiB");
    }

    @Test
    void twoTensorsOfOneNameAreRefused() throws IOException {
        write(manifest(BIAS, BIAS), new byte[16]);
        assertRefused("two tensors 'a.conv.bias'");
    }

    @Test
    void manifestOfManyMegabytesIsRefusedUnread() throws IOException {
        write(" ".repeat(1 << 20) + manifest(BIAS), new byte[8]);
        assertRefused("at most 1048576 bytes");
    }

    @Test
    void missingFilesAreNamed() throws IOException {
        assertRefused("no file").hasMessageContaining(manifest.toString());
        Files.writeString(manifest, manifest(BIAS));
        assertRefused("found none").hasMessageContaining(numbers.toString());
    }

    private AbstractThrowableAssert<?, ?> assertRefused(String reason) {
        return assertThatThrownBy(() -> TfjsCheckpoint.read(manifest, numbers))
                .isInstanceOf(CheckpointException.class).hasMessageContaining(reason);
    }

    private float[] read(String name) {
        return TfjsCheckpoint.read(manifest, numbers).find(name).orElseThrow().toFloats();
    }

    private void write(String json, byte[] file) throws IOException {
        Files.writeString(manifest, json);
        Files.write(numbers, file);
    }

    private static String manifest(String... tensors) {
        return "[{\"paths\":[\"weights.bin\"],\"weights\":[" + String.join(",", tensors) + "]}]";
    }

    private static String quantised(String name, String shape, String type, String scale, String min) {
        return ("{\"name\":\"%s\",\"shape\":[%s],\"dtype\":\"float32\""
                + ",\"quantization\":{\"dtype\":\"%s\",\"scale\":%s,\"min\":%s}}")
                .formatted(name, shape, type, scale, min);
    }

    private static byte[] floats(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    private static byte[] count(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }
}
