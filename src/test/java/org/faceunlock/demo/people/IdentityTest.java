package org.faceunlock.demo.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class IdentityTest {

    @Test
    void equalSeedsGiveEqualPeople() {
        assertThat(Identity.of(42)).isEqualTo(Identity.of(42)).isNotEqualTo(Identity.of(43));
    }

    @Test
    void blendStartsAtTheFirstAndEndsAtTheSecond() {
        Identity one = Identity.of(1);
        Identity two = Identity.of(2);
        assertThat(Identity.blend(one, two, 0)).isEqualTo(one);
        assertThat(Identity.blend(one, two, 1)).isEqualTo(two);
    }

    @Test
    void refusesAShareBeyondOne() {
        assertThatThrownBy(() -> Identity.blend(Identity.of(1), Identity.of(2), 1.5))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("1.5");
    }

    @Test
    void genesAreStandardNormalOverThePopulation() {
        double[] values = LongStream.range(0, 400).boxed()
                .flatMapToDouble(seed -> Arrays.stream(Gene.values()).mapToDouble(Latent.of(seed)::get)).toArray();
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).average().orElseThrow();
        assertThat(mean).isCloseTo(0, within(0.03));
        assertThat(variance).isCloseTo(1, within(0.03));
    }

    @Test
    void aBlendIsAsVariedAsThePopulation() {
        double sum = 0;
        for (long seed = 0; seed < 400; seed++) {
            double gene = Latent.of(seed).blend(Latent.of(seed + 1000), 0.5).get(Gene.JAW);
            sum += gene * gene;
        }
        assertThat(sum / 400).isCloseTo(1, within(0.2));
    }

    @Test
    void skinTonesCoverTheRange() {
        double[] tones = LongStream.range(0, 300).mapToDouble(seed -> Identity.of(seed).skin().tone()).sorted()
                .toArray();
        assertThat(tones[30]).isLessThan(0.2);
        assertThat(tones[270]).isGreaterThan(0.6);
    }

    @Test
    void womenAndMenAreAboutAsMany() {
        long male = LongStream.range(0, 1000).filter(seed -> Identity.of(seed).male() > 0.5).count();
        assertThat(male).isBetween(440L, 560L);
    }
}
