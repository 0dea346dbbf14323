package org.faceunlock.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreFileTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"1,0.9\n0,.2\n", "mated,score\nTRUE,9e-1\n\nfalse,0.20\n",
        "\uFEFFscore,person,Mated\r\n0.9,me,1\r\n0.2,you,0", "\"mated\",\"score\"\n\"1\",\"0.9\"\n 0 , 0.2 \n"})
    void fileIsReadWithAndWithoutHeader(String text) throws IOException {
        VerificationScores scores = read(text).attempts().comparisons();
        assertThat(scores.mated()).containsExactly(0.9);
        assertThat(scores.nonMated()).containsExactly(0.2);
    }

    @Test
    void scoreThatIsNoNumberIsAFailureAndNoComparison() throws IOException {
        ScoreFile file = read("1,0.9\n0,NaN\n0,0.2\n1,\n1,nan\n");
        assertThat(file.failures()).containsExactly(2, 4, 5);
        assertThat(file.attempts().falseRejectRate(0.5)).isEqualTo(new Rate(2, 3));
        assertThat(file.attempts().falseAcceptRate(0.1)).isEqualTo(new Rate(1, 2));
        assertThat(file.attempts().comparisons().falseNonMatchRate(0.5)).isEqualTo(new Rate(0, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2,0.3", "yes,0.3", "1,abc", "0,inf", "1,-Infinity", "1,1e999", "0", "1,0x1p3", "1;0.3"})
    void lineThatCannotBeReadIsNamed(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> read("mated,score\n1,0.9\n" + line + "\n0,0.2\n"))
                .withMessageContaining("scores.csv").withMessageContaining("line 3: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mated,score\n", "1,0.5\n1,0.6\n", "0,0.5\n", "1,nan\n0,0.5\n"})
    void bothKindsOfComparisonAreNeeded(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(text))
                .withMessageContaining("expected mated and non-mated comparisons");
    }

    private ScoreFile read(String text) throws IOException {
        return ScoreFile.read(Files.writeString(folder.resolve("scores.csv"), text));
    }
}
