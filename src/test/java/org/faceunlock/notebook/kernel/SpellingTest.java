package org.faceunlock.notebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({"time, time, 0", "tiem, time, 1", "tme, time, 1", "times, time, 1", "Time, time, 0", "'', who, 3",
        "kitten, sitting, 3"})
    void distanceCountsChanges(String one, String other, int changes) {
        assertThat(Spelling.distance(one, other)).isEqualTo(changes);
        assertThat(Spelling.distance(other, one)).isEqualTo(changes);
    }

    @Test
    void theNearestNameIsFound() {
        assertThat(Spelling.nearest("clashpaht", List.of("time", "classpath", "who"))).contains("classpath");
    }

    @Test
    void aNameThatIsFarFromAllHasNoNearest() {
        assertThat(Spelling.nearest("matplotlib", List.of("time", "maven", "who"))).isEmpty();
    }
}
