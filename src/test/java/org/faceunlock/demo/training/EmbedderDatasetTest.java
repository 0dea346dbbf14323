package org.faceunlock.demo.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.faceunlock.demo.people.Identity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbedderDatasetTest {

    @TempDir
    private Path cache;

    @Test
    void equalSeedsGiveEqualCropsAndOtherSeedsOthers() {
        EmbedderDataset one = render("one", 7);
        EmbedderDataset two = render("two", 7);
        EmbedderDataset other = render("one", 8);
        for (int i = 0; i < one.size(); i++) {
            assertThat(one.crop(i)).as("crop " + i).isEqualTo(two.crop(i)).isNotEqualTo(other.crop(i));
        }
    }

    @Test
    void cropsOfOnePersonLieTogether() {
        EmbedderDataset dataset = render("one", 7);
        assertThat(dataset.size()).isEqualTo(4);
        assertThat(List.of(dataset.label(0), dataset.label(1), dataset.label(2), dataset.label(3)))
                .containsExactly(0, 0, 1, 1);
        assertThat(dataset.crop(0)).hasSize(CropSource.BYTES).isNotEqualTo(dataset.crop(1));
    }

    @Test
    void onlyWhatIsMissingIsRenderedAgain() throws IOException {
        byte[] before = render("one", 7).crop(3);
        Path kept = file("000000.rgb");
        Files.delete(file("000001.rgb"));
        Files.write(kept, new byte[2 * CropSource.BYTES]);
        EmbedderDataset again = render("one", 7);
        assertThat(again.crop(3)).isEqualTo(before);
        assertThat(again.crop(0)).containsOnly(0);
    }

    @Test
    void aFileThatIsCutShortIsToldOf() throws IOException {
        EmbedderDataset dataset = render("one", 7);
        Files.write(file("000001.rgb"), new byte[CropSource.BYTES]);
        assertThatIllegalStateException().isThrownBy(() -> dataset.crop(3)).withMessageContaining("000001.rgb");
    }

    @Test
    void noTrainingPersonIsOneOfThoseThatAreMeasured() {
        for (int index = 0; index < 50; index++) {
            assertThat(TrainingPeople.person(index).seed()).isGreaterThanOrEqualTo(TrainingPeople.FIRST_SEED);
        }
        assertThat(TrainingPeople.person(3)).isNotEqualTo(Identity.of(TrainingPeople.FIRST_SEED + 3));
    }

    private EmbedderDataset render(String name, long seed) {
        return EmbedderDataset.render(cache.resolve(name), 2, 2, seed, TrainingListener.SILENT);
    }

    private Path file(String name) throws IOException {
        try (Stream<Path> files = Files.walk(cache.resolve("one"))) {
            return files.filter(path -> path.endsWith(name)).findFirst().orElseThrow();
        }
    }
}
