package org.faceunlock.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class MtcnnSettingsTest {

    @Test
    void defaultsAreThoseOfTheReferenceAndTheArticlesMargin() {
        assertThat(MtcnnSettings.defaults())
                .isEqualTo(new MtcnnSettings(160, 18, 20, 0.6, 0.7, 0.7, 0.709, FacePolicy.LARGEST));
    }

    @Test
    void eachSettingChangesAlone() {
        MtcnnSettings changed = MtcnnSettings.defaults().withImageSize(112).withMargin(0).withMinimumFaceSize(40)
                .withThresholds(0.8, 0.9, 0.95).withFactor(0.85).withPolicy(FacePolicy.EXACTLY_ONE);
        assertThat(changed).isEqualTo(new MtcnnSettings(112, 0, 40, 0.8, 0.9, 0.95, 0.85, FacePolicy.EXACTLY_ONE));
    }

    @Test
    void anErrorNamesTheSettingAndWhatWasFound() {
        refuses("imageSize", "-3", settings -> settings.withImageSize(-3));
        refuses("margin", "160", settings -> settings.withMargin(160));
        refuses("margin", "-1", settings -> settings.withMargin(-1));
        refuses("minimumFaceSize", "0.5", settings -> settings.withMinimumFaceSize(0.5));
        refuses("minimumFaceSize", "NaN", settings -> settings.withMinimumFaceSize(Double.NaN));
        refuses("proposalThreshold", "-0.1", settings -> settings.withThresholds(-0.1, 0.7, 0.7));
        refuses("refineThreshold", "1.5", settings -> settings.withThresholds(0.6, 1.5, 0.7));
        refuses("outputThreshold", "NaN", settings -> settings.withThresholds(0.6, 0.7, Double.NaN));
        refuses("factor", "1.0", settings -> settings.withFactor(1));
        refuses("factor", "0.0", settings -> settings.withFactor(0));
        refuses("policy", "null", settings -> settings.withPolicy(null));
    }

    private static void refuses(String setting, String found, UnaryOperator<MtcnnSettings> change) {
        assertThatThrownBy(() -> change.apply(MtcnnSettings.defaults()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(setting + ": expected").hasMessageContaining("found " + found);
    }
}
