package org.faceunlock.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaceSampleTest {

    @Test
    void upToThreeHundredAllAreShownAndNothingIsSaid() {
        FaceSample sample = FaceSample.of(300);
        assertThat(sample.rows()).isEqualTo(IntStream.range(0, 300).boxed().toList());
        assertThat(sample.note()).isEmpty();
    }

    @Test
    void ofMoreThreeHundredAreTakenEvenlyAndTheCaptionSaysSo() {
        FaceSample sample = FaceSample.of(20_000);
        assertThat(sample.rows()).hasSize(300).startsWith(0, 66, 133).isSorted().doesNotHaveDuplicates();
        assertThat(sample.rows().get(299)).isBetween(19_900, 19_999);
        assertThat(sample.note()).isEqualTo("300 of 20000 faces, taken evenly from their order");
    }
}
