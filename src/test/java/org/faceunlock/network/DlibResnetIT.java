package org.faceunlock.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.IntUnaryOperator;
import javax.imageio.ImageIO;
import org.faceunlock.checkpoint.FormulaWeights;
import org.faceunlock.checkpoint.StateDict;
import org.faceunlock.checkpoint.TfjsCheckpoint;
import org.faceunlock.image.RgbImage;
import org.faceunlock.models.ModelStore;
import org.faceunlock.models.RealModels;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** dlib's network, layer by layer, against a reference computed in float64 (dlib_resnet.json beside this class). */
class DlibResnetIT {

    private static final int SIZE = 150;
    private static final Path GOLDEN = Path.of("../shared/golden/registry_embedder.json");

    private static StateDict states;
    private static JsonObject reference;

    @BeforeAll
    static void readNumbers() throws IOException {
        ModelStore store = RealModels.with("dlib");
        states = TfjsCheckpoint.read(store.require("dlib", "face_recognition_model-weights_manifest.json"),
                store.require("dlib", "face_recognition_model.bin"));
        try (Reader reader = new InputStreamReader(
                DlibResnetIT.class.getResourceAsStream("dlib_resnet.json"), StandardCharsets.UTF_8)) {
            reference = JsonParser.parseReader(reader).getAsJsonObject();
        }
    }

    @ParameterizedTest
    @EnumSource(value = NetworkForm.class, names = {"PLAIN", "FOLDED"})
    void everyLayerEqualsTheReference(NetworkForm form) {
        JsonArray layers = reference.getAsJsonObject("formula_input").getAsJsonArray("layers");
        List<String> taps = layers.asList().stream().map(layer -> layer.getAsJsonObject().get("layer").getAsString())
                .toList();
        byte[] planes = FormulaWeights.bytes("registry_embedder_input", 3 * SIZE * SIZE);
        FloatTensor input = Standardisation.DLIB.toTensor(List.of(image(i -> planes[i] & 0xff)));
        try (Network network = Network.load(new DlibResnet(), ParameterSource.of(states), form, taps)) {
            List<FloatTensor> outputs = network.run(input);
            for (int i = 0; i < taps.size(); i++) {
                assertLayer(taps.get(i), layers.get(i).getAsJsonObject(), outputs.get(i + 1));
            }
        }
    }

    private static void assertLayer(String name, JsonObject expected, FloatTensor actual) {
        assertThat(actual.shape()).as(name).containsExactly(expected.getAsJsonArray("shape").asList().stream()
                .mapToInt(JsonElement::getAsInt).toArray());
        double sum = 0;
        for (float value : actual.toArray()) {
            sum += value;
        }
        assertThat(sum / actual.size()).as(name + " mean").isCloseTo(expected.get("mean").getAsDouble(), within(1e-5));
        JsonArray first = expected.getAsJsonArray("first8");
        for (int i = 0; i < first.size(); i++) {
            assertThat(actual.get(i)).as("%s number %s", name, i).isCloseTo(first.get(i).getAsFloat(), within(1e-5f));
        }
    }

    @Test
    void embeddingOfTheFormulaEqualsTheReference() {
        byte[] planes = FormulaWeights.bytes("registry_embedder_input", 3 * SIZE * SIZE);
        assertEmbedding("formula input", image(i -> planes[i] & 0xff),
                reference.getAsJsonObject("formula_input").getAsJsonArray("embedding"));
    }

    @Test
    void embeddingOfTheRampEqualsTheReference() {
        assertEmbedding("ramp", image(i -> (3 * (i % SIZE) + 5 * (i / SIZE % SIZE) + 70 * (i / (SIZE * SIZE))) % 256),
                reference.getAsJsonObject("ramp_input").getAsJsonArray("embedding"));
    }

    @Test
    void embeddingsOfPhotographsEqualTheReference() throws IOException {
        assumeTrue(Files.exists(GOLDEN), "SKIPPED: the reference's crops are not at " + GOLDEN);
        JsonArray faces = JsonParser.parseString(Files.readString(GOLDEN)).getAsJsonObject().getAsJsonArray("article");
        assertThat(faces).hasSize(5);
        for (JsonElement face : faces) {
            byte[] png = Base64.getDecoder().decode(face.getAsJsonObject().get("crop_png_base64").getAsString());
            assertEmbedding(face.getAsJsonObject().get("photo").getAsString(),
                    RgbImage.of(ImageIO.read(new ByteArrayInputStream(png))), face.getAsJsonObject()
                    .getAsJsonArray("embedding"));
        }
    }

    @Test
    void embeddingComesOutAtUnitLengthInTheSameDirection() {
        RgbImage ramp = image(i -> i % 256);
        List<float[]> outputs = new ArrayList<>();
        try (Network network = Network.load(new DlibResnet(), ParameterSource.of(states), NetworkForm.FOLDED,
                List.of("fc"))) {
            network.run(Standardisation.DLIB.toTensor(List.of(ramp))).forEach(output -> outputs.add(output.toArray()));
        }
        double length = 0;
        for (float value : outputs.get(1)) {
            length += (double) value * value;
        }
        for (int i = 0; i < DlibResnet.EMBEDDING_SIZE; i++) {
            assertThat(outputs.get(0)[i]).isCloseTo((float) (outputs.get(1)[i] / Math.sqrt(length)), within(1e-6f));
        }
    }

    private static void assertEmbedding(String what, RgbImage image, JsonArray expected) {
        try (Network network = Network.load(new DlibResnet(), ParameterSource.of(states), NetworkForm.FOLDED,
                List.of("fc"))) {
            FloatTensor actual = network.run(Standardisation.DLIB.toTensor(List.of(image))).get(1);
            double largest = 0;
            for (int i = 0; i < DlibResnet.EMBEDDING_SIZE; i++) {
                largest = Math.max(largest, Math.abs(expected.get(i).getAsDouble() - actual.get(i)));
            }
            System.out.printf("dlib, %s: largest difference of a number %.2g%n", what, largest);
            assertThat(largest).as(what).isLessThanOrEqualTo(1e-5);
        }
    }

    /** An image from its values by channel, row, column. */
    private static RgbImage image(IntUnaryOperator planes) {
        byte[] values = new byte[3 * SIZE * SIZE];
        for (int pixel = 0; pixel < SIZE * SIZE; pixel++) {
            for (int channel = 0; channel < 3; channel++) {
                values[pixel * 3 + channel] = (byte) planes.applyAsInt(channel * SIZE * SIZE + pixel);
            }
        }
        return RgbImage.of(SIZE, SIZE, values);
    }
}
