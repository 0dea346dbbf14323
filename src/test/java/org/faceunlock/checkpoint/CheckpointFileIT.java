package org.faceunlock.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.faceunlock.GoldenNumbers;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that PyTorch itself wrote, the published weights of MTCNN, and files made to do harm. */
class CheckpointFileIT {

    private static final Path CHECKPOINTS = Path.of("../shared/golden/checkpoints");
    private static final Path MIRROR = Path.of("../shared/mirror");

    @Nested
    class Golden {

        @ParameterizedTest
        @ValueSource(strings = {"tiny_zip.pt", "tiny_legacy.pt", "plain_dict_zip.pt"})
        void holdsTheNumbersThatPyTorchSaved(String file) throws IOException {
            assumeGolden();
            StateDict read = CheckpointFile.read(CHECKPOINTS.resolve(file));
            JsonObject all = json(CHECKPOINTS.resolve("contents.json"));
            List<String> expected = file.startsWith("plain") ? List.of("plain.weight", "transposed")
                    : List.copyOf(all.keySet());
            assertThat(read.names()).containsExactlyElementsOf(expected);
            for (String name : expected) {
                assertSame(name, read.find(name).orElseThrow(), all.getAsJsonObject(name));
            }
        }

        @Test
        void readsAParameterAsItsData() {
            assumeGolden();
            StateDict read = CheckpointFile.read(CHECKPOINTS.resolve("with_parameter_zip.pt"));
            assertThat(read.names()).containsExactly("w");
            assertThat(read.find("w").orElseThrow().toFloats()).containsExactly(1.5f, 2.5f);
        }
    }

    @Nested
    class Published {

        @ParameterizedTest
        @CsvSource({"pnet.pt, 13, 6632", "rnet.pt, 16, 100178", "onet.pt, 21, 389040"})
        void hasTheShapesAndTheNumberOfParametersOfTheNetwork(String file, int tensors, int parameters)
                throws IOException {
            StateDict read = CheckpointFile.read(published(file));
            JsonObject shapes = GoldenNumbers.json("networks_formula.json")
                    .getAsJsonObject(file.replace(".pt", "")).getAsJsonObject("parameters");
            assertThat(read.names()).hasSize(tensors).containsExactlyElementsOf(shapes.keySet());
            assertThat(read.tensors().values().stream().mapToInt(StateTensor::size).sum()).isEqualTo(parameters);
            read.tensors().forEach((name, tensor) ->
                    assertThat(tensor.shape()).as(name).containsExactly(ints(shapes.getAsJsonArray(name))));
        }

        @Test
        void hasWeightsOfPlausibleSize() throws IOException {
            for (StateTensor tensor : CheckpointFile.read(published("onet.pt")).tensors().values()) {
                for (float value : tensor.toFloats()) {
                    assertThat(Math.abs(value)).isLessThan(20f);
                }
            }
        }
    }

    @Nested
    class Hostile {

        private static final Map<String, String> REASONS = Map.ofEntries(
                Map.entry("runs_a_command.pt", "system"), Map.entry("evaluates_code.pt", "eval"),
                Map.entry("names_a_java_class.pt", "java"), Map.entry("loads_a_url.pt", "javax.script"),
                Map.entry("truncated_zip.pt", "cut short"), Map.entry("truncated_legacy.pt", "cut short"),
                Map.entry("empty.pt", "is empty"), Map.entry("not_torch.pt", "neither a zip archive nor a pickle"),
                Map.entry("wrong_magic.pt", "magic number"), Map.entry("shape_beyond_storage.pt", "does not fit"),
                Map.entry("offset_beyond_storage.pt", "offset"), Map.entry("negative_stride.pt", "stride"),
                Map.entry("overflowing_shape.pt", "shape"), Map.entry("huge_broadcast.pt", "shape"),
                Map.entry("missing_storage.pt", "is not in the file"), Map.entry("escaping_key.pt", "storage key"),
                Map.entry("storage_shorter_than_said.pt", "expected"), Map.entry("endless_memo.pt", "open values"),
                Map.entry("deeply_nested.pt", "open values"), Map.entry("deflate_bomb.pt", "compressed"));

        static Stream<String> files() throws IOException {
            Path folder = CHECKPOINTS.resolve("hostile");
            return Files.exists(folder) ? json(folder.resolve("contents.json")).keySet().stream() : Stream.of("absent");
        }

        @ParameterizedTest
        @MethodSource("files")
        void isRefusedByFileAndReasonAtOnce(String file) {
            assumeGolden();
            Path path = CHECKPOINTS.resolve("hostile").resolve(file);
            Throwable refusal = assertTimeoutPreemptively(Duration.ofSeconds(2),
                    () -> catchThrowable(() -> CheckpointFile.read(path)));
            assertThat(refusal).isInstanceOf(CheckpointException.class).hasMessageContaining(file)
                    .hasMessageContaining(REASONS.getOrDefault(file, "no reason is known for this new file"));
        }

        @ParameterizedTest
        @MethodSource("files")
        void setsAsideLittleMemory(String file) {
            assumeGolden();
            Path path = CHECKPOINTS.resolve("hostile").resolve(file);
            long before = Allocation.bytes();
            catchThrowable(() -> CheckpointFile.read(path));
            assertThat(Allocation.bytes() - before).as("bytes set aside").isLessThan(8 << 20);
        }
    }

    private static void assertSame(String name, StateTensor found, JsonObject expected) {
        assertThat("torch." + found.type().name().toLowerCase(Locale.ROOT)).as(name)
                .isEqualTo(expected.get("dtype").getAsString());
        assertThat(found.shape()).as(name).containsExactly(ints(expected.getAsJsonArray("shape")));
        List<JsonElement> values = expected.getAsJsonArray("values").asList();
        assertThat(found.size()).as(name).isEqualTo(values.size());
        ByteBuffer bytes = found.bytes();
        float[] floats = found.toFloats();
        for (int i = 0; i < values.size(); i++) {
            String place = name + "[" + i + "]";
            JsonElement value = values.get(i);
            switch (found.type()) {
                case FLOAT64 -> assertThat(bytes.getDouble()).as(place).isEqualTo(value.getAsDouble());
                case INT64 -> assertThat(bytes.getLong()).as(place).isEqualTo(value.getAsLong());
                default -> assertThat(floats[i]).as(place).isEqualTo((float) value.getAsDouble());
            }
        }
    }

    private static int[] ints(JsonArray numbers) {
        return numbers.asList().stream().mapToInt(JsonElement::getAsInt).toArray();
    }

    private static JsonObject json(Path file) throws IOException {
        return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    }

    private static void assumeGolden() {
        assumeTrue(Files.exists(CHECKPOINTS), "skipped: ../shared/golden/checkpoints is not here");
    }

    private static Path published(String name) throws IOException {
        assumeTrue(Files.exists(MIRROR), "skipped: ../shared/mirror with the published weights is not here");
        try (Stream<Path> files = Files.walk(MIRROR)) {
            return files.filter(file -> file.endsWith(Path.of("data", name))).findFirst().orElseThrow();
        }
    }
}
