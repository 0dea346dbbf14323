package org.faceunlock.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import org.faceunlock.GoldenNumbers;
import org.faceunlock.checkpoint.StateDict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The networks against the reference's outputs for formula weights (networks_formula.json). */
class NetworkTest {

    private static final JsonObject REFERENCE = GoldenNumbers.json("networks_formula.json");

    @ParameterizedTest
    @EnumSource(value = NetworkForm.class, names = {"PLAIN", "FOLDED"})
    void proposalNetworkEqualsTheReference(NetworkForm form) {
        assertOutputs("pnet", new PNet(), form, 2e-5);
    }

    @ParameterizedTest
    @EnumSource(value = NetworkForm.class, names = {"PLAIN", "FOLDED"})
    void refinementNetworkEqualsTheReference(NetworkForm form) {
        assertOutputs("rnet", new RNet(), form, 2e-5);
    }

    @ParameterizedTest
    @EnumSource(value = NetworkForm.class, names = {"PLAIN", "FOLDED"})
    void outputNetworkEqualsTheReference(NetworkForm form) {
        assertOutputs("onet", new ONet(), form, 2e-5);
    }

    @ParameterizedTest
    @EnumSource(value = NetworkForm.class, names = {"PLAIN", "FOLDED"})
    void embeddingsEqualTheReference(NetworkForm form) {
        JsonObject reference = REFERENCE.getAsJsonObject("inception_resnet_v1");
        FloatTensor embeddings = embeddings(form);
        assertRows(reference.getAsJsonArray("embeddings"), embeddings, 512, 2e-6);
    }

    @Test
    void logitsEqualTheReference() {
        JsonObject reference = REFERENCE.getAsJsonObject("inception_resnet_v1");
        try (Network network = Network.load(new InceptionResnetV1(1, 8631), new Formula(), NetworkForm.FOLDED,
                List.of())) {
            FloatTensor logits = network.run(input(reference)).get(0);
            assertThat(logits.shape()).containsExactly(2, 8631);
            assertRows(reference.getAsJsonArray("logits_first16"), logits, 16, 2e-5);
        }
    }

    @Test
    void bfloat16EmbeddingsPointTheSameWay() {
        FloatTensor exact = embeddings(NetworkForm.FOLDED);
        FloatTensor coarse = embeddings(NetworkForm.FOLDED_BFLOAT16);
        for (int row = 0; row < exact.size(0); row++) {
            double dot = 0;
            for (int i = 0; i < 512; i++) {
                dot += (double) exact.row(row)[i] * coarse.row(row)[i];
            }
            assertThat(dot).isGreaterThan(0.9999);
        }
        assertThat(coarse.toArray()).isNotEqualTo(exact.toArray());
    }

    @Test
    void embeddingsHaveUnitLengthAtReducedWidth() {
        try (Network network = Network.load(new InceptionResnetV1(0.25, 0), new Formula(), NetworkForm.FOLDED,
                List.of())) {
            FloatTensor embeddings = network.run(Formula.input("small", 3, 3, 160, 160)).get(0);
            assertThat(embeddings.shape()).containsExactly(3, 512);
            for (int row = 0; row < 3; row++) {
                double squares = 0;
                for (float value : embeddings.row(row)) {
                    squares += (double) value * value;
                }
                assertThat(squares).isCloseTo(1, within(1e-5));
            }
        }
    }

    @Test
    void theParametersAreThoseOfThePublishedStateDict() {
        for (Map.Entry<String, NetworkDefinition> network : Map.<String, NetworkDefinition>of("pnet", new PNet(),
                "rnet", new RNet(), "onet", new ONet(), "inception_resnet_v1", new InceptionResnetV1(1, 8631))
                .entrySet()) {
            JsonObject published = REFERENCE.getAsJsonObject(network.getKey()).getAsJsonObject("parameters");
            JsonObject asked = new JsonObject();
            ParameterSource source = (name, shape) -> {
                asked.add(name, new Gson().toJsonTree(shape));
                return new Formula().get(name, shape);
            };
            network.getValue().describe(new LayerBuilder(NetworkForm.PLAIN, source, false));
            assertThat(asked).isEqualTo(published);
        }
    }

    @Test
    void aCheckpointOfAnotherNetworkIsRefusedWithTheParameterAndBothShapes() {
        StateDict states = new StateDict("other.pt", Map.of("conv1.weight", new Formula().get("conv1.weight", 28, 3, 3,
                3)));
        assertThatThrownBy(() -> Network.pNet(states))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("other.pt").hasMessageContaining("conv1.weight")
                .hasMessageContaining("[10, 3, 3, 3]").hasMessageContaining("[28, 3, 3, 3]");
    }

    @Test
    void aMissingParameterIsNamed() {
        StateDict states = new StateDict("empty.pt", Map.of());
        assertThatThrownBy(() -> Network.rNet(states)).hasMessageContaining("conv1.weight")
                .hasMessageContaining("empty.pt");
        assertThatThrownBy(() -> Network.inceptionResnetV1(states, NetworkForm.FOLDED))
                .hasMessageContaining("conv2d_1a.conv.weight");
    }

    private static FloatTensor embeddings(NetworkForm form) {
        JsonObject reference = REFERENCE.getAsJsonObject("inception_resnet_v1");
        try (Network network = Network.load(new InceptionResnetV1(1, 0), new Formula(), form, List.of())) {
            return network.run(input(reference)).get(0);
        }
    }

    private static void assertOutputs(String name, NetworkDefinition definition, NetworkForm form, double tolerance) {
        JsonObject reference = REFERENCE.getAsJsonObject(name);
        try (Network network = Network.load(definition, new Formula(), form, List.of())) {
            List<FloatTensor> outputs = network.run(input(reference));
            JsonArray expected = reference.getAsJsonArray("outputs");
            assertThat(outputs).hasSameSizeAs(expected);
            for (int i = 0; i < outputs.size(); i++) {
                JsonObject output = expected.get(i).getAsJsonObject();
                assertThat(outputs.get(i).shape()).containsExactly(ints(output.getAsJsonArray("shape")));
                assertClose(name + " output " + i, output.getAsJsonArray("values"), outputs.get(i).toArray(),
                        tolerance);
            }
        }
    }

    private static void assertRows(JsonArray expected, FloatTensor actual, int length, double tolerance) {
        assertThat(actual.size(0)).isEqualTo(expected.size());
        for (int row = 0; row < expected.size(); row++) {
            assertThat(expected.get(row).getAsJsonArray()).hasSize(length);
            assertClose("row " + row, expected.get(row).getAsJsonArray(), actual.row(row), tolerance);
        }
    }

    private static void assertClose(String what, JsonArray expected, float[] actual, double tolerance) {
        double largest = 0;
        int place = 0;
        for (int i = 0; i < expected.size(); i++) {
            double difference = Math.abs(expected.get(i).getAsDouble() - actual[i]);
            if (!(difference <= largest)) {
                largest = difference;
                place = i;
            }
        }
        assertThat(largest).as("%s: largest difference, at %d", what, place).isLessThanOrEqualTo(tolerance);
    }

    private static FloatTensor input(JsonObject reference) {
        return Formula.input(reference.get("input").getAsString(), ints(reference.getAsJsonArray("input_shape")));
    }

    private static int[] ints(JsonArray array) {
        return new Gson().fromJson(array, int[].class);
    }
}
