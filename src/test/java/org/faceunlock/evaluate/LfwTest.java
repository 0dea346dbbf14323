package org.faceunlock.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.faceunlock.demo.people.LfwPairsText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LfwTest {

    private static final String TWO_FOLDS = "2\t1\na\t1\t2\na\t1\tb\t3\nc\t4\t1\nc\t1\td\t1\n";

    @TempDir
    private Path folder;

    @Test
    void foldsAreReadAsTheFileHasThem() throws IOException {
        LfwPairs pairs = read(TWO_FOLDS);
        assertThat(pairs.folds()).hasSize(2);
        assertThat(pairs.all()).extracting(LfwPairs.Pair::mated).containsExactly(true, false, true, false);
        assertThat(pairs.all().get(1).second().below(Path.of("lfw"))).isEqualTo(Path.of("lfw/b/b_0003.jpg"));
        assertThat(pairs.images()).hasSize(6);
    }

    @Test
    void fileOfOneFoldNamesItsPairsAlone() throws IOException {
        assertThat(read("1\na\t1\t2\na\t1\tb\t3\n").folds()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pairs", "2\t1\na\t1\t2\n", "1\t1\na\t1\tx\na\t1\tb\t1", "1\t1\na\t1\t2\na\t1\ta\t2",
        "0\t3\n", "1 2 3"})
    void anotherFileIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(text)).withMessageContaining("pairs.txt")
                .withMessageContaining("expected");
    }

    @Test
    void accuracyIsThatAtTheThresholdOfTheOtherFolds() throws IOException {
        LfwResult result = LfwResult.of(read(TWO_FOLDS), new double[] {0.9, 0.5, 0.4, 0.1});
        assertThat(result.thresholds().get(0)).isEqualTo(0.25, within(1e-12));
        assertThat(result.thresholds().get(1)).isEqualTo(0.7, within(1e-12));
        assertThat(result.accuracies()).containsExactly(0.5, 0.5);
        assertThat(result.wrong()).containsExactly(1, 2);
        assertThat(result.standardError()).isZero();
    }

    @Test
    void standardErrorIsTheSpreadOverTheRootOfTheFolds() {
        LfwResult result = new LfwResult(List.of(0.9, 1.0, 0.8), List.of(),
                VerificationScores.of(new double[] {1}, new double[] {0}), List.of());
        assertThat(result.accuracy()).isCloseTo(0.9, within(1e-12));
        assertThat(result.standardError()).isCloseTo(0.1 / Math.sqrt(3), within(1e-12));
    }

    @Test
    void pairWithoutAFaceDoesNotMatch() throws IOException {
        LfwResult result = LfwResult.of(read(TWO_FOLDS), new double[] {Double.NaN, 0.2, 0.9, 0.1});
        assertThat(result.wrong()).contains(0).doesNotContain(1);
    }

    @Test
    void renderedPeopleMakePairsOfTenFoldsWithoutACommonPerson() throws IOException {
        LfwPairs pairs = read(LfwPairsText.of(200, 6, i -> String.format(Locale.ROOT, "person_%04d", i + 1), 1));
        assertThat(pairs.all()).hasSize(6000).doesNotHaveDuplicates();
        List<Set<String>> people = pairs.folds().stream().map(fold -> fold.stream().flatMap(pair -> Stream.of(
                pair.first().person(), pair.second().person())).collect(Collectors.toSet())).toList();
        assertThat(people.stream().mapToInt(Set::size).sum()).isEqualTo(200);
        assertThat(people.stream().flatMap(Set::stream).distinct()).hasSize(200);
    }

    private LfwPairs read(String text) throws IOException {
        return LfwPairs.read(Files.writeString(folder.resolve("pairs.txt"), text));
    }
}
