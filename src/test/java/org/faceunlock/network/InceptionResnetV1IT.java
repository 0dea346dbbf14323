package org.faceunlock.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.faceunlock.image.RgbImage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** InceptionResnetV1, layer by layer, against the reference on four crops of photographs under formula weights. */
class InceptionResnetV1IT {

    private static final Path GOLDEN = Path.of("../shared/golden");

    private static JsonObject reference;
    private static FloatTensor crops;

    @BeforeAll
    static void readReference() throws IOException {
        Path file = GOLDEN.resolve("inception_resnet_v1_formula.json");
        assumeTrue(Files.exists(file), "skipped: the reference's crops of photographs are not at " + file);
        reference = new Gson().fromJson(Files.readString(file), JsonObject.class);
        List<RgbImage> images = new ArrayList<>();
        for (var name : reference.getAsJsonArray("crops")) {
            images.add(RgbImage.of(ImageIO.read(GOLDEN.resolve(name.getAsString()).toFile())));
        }
        crops = Standardisation.FIXED.toTensor(images);
    }

    @ParameterizedTest
    @EnumSource(value = NetworkForm.class, names = {"PLAIN", "FOLDED"})
    void everyLayerEqualsTheReference(NetworkForm form) {
        InceptionResnetV1Test.assertLayers(reference.getAsJsonObject("layers"), crops, form);
    }

    @Test
    void embeddingsEqualTheReferenceCoordinateByCoordinate() {
        try (Network network = Network.load(new InceptionResnetV1(1, 0), new Formula(), NetworkForm.FOLDED,
                List.of())) {
            FloatTensor embeddings = network.run(crops).get(0);
            double largest = 0;
            String place = "";
            for (int row = 0; row < 4; row++) {
                JsonArray expected = reference.getAsJsonArray("embeddings").get(row).getAsJsonArray();
                for (int i = 0; i < expected.size(); i++) {
                    double difference = Math.abs(expected.get(i).getAsDouble() - embeddings.row(row)[i]);
                    if (!(difference <= largest)) {
                        largest = difference;
                        place = "[%d, %d]".formatted(row, i);
                    }
                }
            }
            System.out.printf("embeddings: largest difference from the reference %.2g at %s%n", largest, place);
            assertThat(largest).as("largest difference, at " + place).isLessThanOrEqualTo(1e-5);
        }
    }
}
