package org.faceunlock.demo.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        for (int i = 0; i < 4; i++) {
            assertThat(one.crop(i / 2, i % 2)).as("crop " + i).isEqualTo(two.crop(i / 2, i % 2))
                    .isNotEqualTo(other.crop(i / 2, i % 2));
        }
    }

    @Test
    void everyPersonHasAsManyCropsAsWereAskedFor() {
        EmbedderDataset dataset = render("one", 7);
        assertThat(dataset.people()).isEqualTo(2);
        assertThat(dataset.photos(1)).isEqualTo(2);
        assertThat(dataset.crop(0, 0)).hasSize(CropSource.BYTES).isNotEqualTo(dataset.crop(0, 1));
    }

    @Test
    void onlyWhatIsMissingIsRenderedAgain() throws IOException {
        byte[] before = render("one", 7).crop(1, 1);
        Path kept = file("000000.rgb");
        Files.delete(file("000001.rgb"));
        Files.write(kept, new byte[2 * CropSource.BYTES]);
        EmbedderDataset again = render("one", 7);
        assertThat(again.crop(1, 1)).isEqualTo(before);
        assertThat(again.crop(0, 0)).containsOnly(0);
    }

    @Test
    void aFileThatIsCutShortIsToldOf() throws IOException {
        EmbedderDataset dataset = render("one", 7);
        Files.write(file("000001.rgb"), new byte[CropSource.BYTES]);
        assertThatIllegalStateException().isThrownBy(() -> dataset.crop(1, 1)).withMessageContaining("000001.rgb");
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
