package org.faceunlock.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import org.faceunlock.GoldenNumbers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** InceptionResnetV1, layer by layer, under formula weights on formula input. */
class InceptionResnetV1Test {

    @ParameterizedTest
    @EnumSource(value = NetworkForm.class, names = {"PLAIN", "FOLDED"})
    void everyLayerEqualsTheReference(NetworkForm form) {
        JsonObject reference = GoldenNumbers.json("inception_resnet_v1_formula.json");
        FloatTensor input = Formula.input(reference.get("input").getAsString(),
                new Gson().fromJson(reference.get("input_shape"), int[].class));
        assertLayers(reference.getAsJsonObject("layers"), input, form);
    }

    static void assertLayers(JsonObject layers, FloatTensor input, NetworkForm form) {
        List<String> taps = layers.keySet().stream().filter(name -> !name.equals("last_linear"))
                .toList(); // folded away
        assertThat(taps).hasSize(10);
        try (Network network = Network.load(new InceptionResnetV1(1, 0), new Formula(), form, taps)) {
            List<FloatTensor> outputs = network.run(input);
            for (int i = 0; i < taps.size(); i++) {
                assertLayer(taps.get(i), layers.getAsJsonObject(taps.get(i)), outputs.get(i + 1));
            }
        }
    }

    private static void assertLayer(String name, JsonObject expected, FloatTensor actual) {
        double sum = 0;
        double magnitude = 0;
        for (float value : actual.toArray()) {
            sum += value;
            magnitude += Math.abs(value);
        }
        assertThat(sum / actual.size()).as(name + " mean").isCloseTo(expected.get("mean").getAsDouble(), within(1e-5));
        assertThat(magnitude / actual.size()).as(name + " mean magnitude")
                .isCloseTo(expected.get("abs_mean").getAsDouble(), within(1e-5));
        JsonArray first = expected.getAsJsonArray("first");
        for (int i = 0; i < first.size(); i++) {
            assertThat(actual.get(i)).as("%s number %d", name, i).isCloseTo(first.get(i).getAsFloat(), within(2e-4f));
        }
    }
}
