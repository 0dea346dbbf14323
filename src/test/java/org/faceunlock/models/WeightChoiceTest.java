package org.faceunlock.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightChoiceTest {

    @TempDir
    private Path home;

    private ModelStore store;

    @BeforeEach
    void emptyStore() {
        store = new ModelStore(home, ModelCatalogue.published());
    }

    @Test
    void anEmptyStoreGivesTheShippedWeights() {
        DetectorWeights detector = DetectorWeights.of(DetectorWeights.AUTO, store);
        assertThat(detector.name()).isEqualTo("demo");
        assertThat(detector.pNet().find("conv1.weight").orElseThrow().shape()).containsExactly(10, 3, 3, 3);
        EmbedderWeights embedder = EmbedderWeights.of(EmbedderWeights.AUTO, store);
        assertThat(embedder.name()).isEqualTo("demo");
        assertThat(embedder.states().find("last_linear.weight").orElseThrow().shape()[0]).isEqualTo(512);
    }

    @Test
    void publishedWeightsByNameAreNeverReplacedByOthers() {
        assertThatThrownBy(() -> DetectorWeights.of("mtcnn", store)).isInstanceOf(MissingModelException.class);
        assertThatThrownBy(() -> EmbedderWeights.of("vggface2", store)).isInstanceOf(MissingModelException.class);
    }

    @Test
    void damagedPublishedWeightsAreAnErrorAndNotAReasonForOthers() throws IOException {
        Path file = store.path("vggface2");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "not weights");
        assertThatThrownBy(() -> EmbedderWeights.of(EmbedderWeights.AUTO, store))
                .isInstanceOf(DamagedModelException.class);
    }

    @Test
    void anUnknownNameIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> DetectorWeights.of("yolo", store)).hasMessageContaining("auto, demo, mtcnn");
        assertThatThrownBy(() -> EmbedderWeights.of("arcface", store))
                .hasMessageContaining("vggface2").hasMessageContaining("arcface");
    }
}
