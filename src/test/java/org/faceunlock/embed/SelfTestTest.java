package org.faceunlock.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.Map;
import org.faceunlock.checkpoint.StateDict;
import org.faceunlock.checkpoint.StateTensor;
import org.faceunlock.models.ShippedWeights;
import org.junit.jupiter.api.Test;

class SelfTestTest {

    private static final String BIAS = "last_bn.bias";

    private final StateDict shipped = ShippedWeights.read("embedder.pt");

    @Test
    void theShippedWeightsPassUnderTheirNameAndTellTheirChecksum() {
        try (FaceEmbedder embedder = FaceEmbedder.of(ShippedWeights.NAME, shipped)) {
            assertThat(embedder.sha256()).isEqualTo(shipped.sha256()).matches("[0-9a-f]{64}");
        }
    }

    @Test
    void otherWeightsUnderAKnownNameAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> FaceEmbedder.of(ShippedWeights.NAME, changed(0.5f)))
                .withMessageContaining("model demo").withMessageContaining("other weights");
    }

    @Test
    void otherWeightsUnderANameOfTheirOwnAreTaken() {
        try (FaceEmbedder embedder = FaceEmbedder.of("mine", changed(0.5f))) {
            assertThat(embedder.sha256()).isNotEqualTo(shipped.sha256());
        }
    }

    @Test
    void weightsThatGiveNoUnitVectorAreRefusedUnderAnyName() {
        assertThatIllegalArgumentException().isThrownBy(() -> FaceEmbedder.of("mine", changed(3e38f)))
                .withMessageContaining("model mine").withMessageContaining("length 1");
    }

    /** The shipped weights with something added to one bias. */
    private StateDict changed(float more) {
        Map<String, StateTensor> tensors = new LinkedHashMap<>(shipped.tensors());
        StateTensor bias = tensors.get(BIAS);
        float[] values = bias.toFloats();
        for (int i = 0; i < values.length; i += 2) {
            values[i] += more;
        }
        tensors.put(BIAS, StateTensor.of(values, bias.shape()));
        return new StateDict("changed", tensors);
    }
}
