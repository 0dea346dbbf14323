package org.faceunlock.demo.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.faceunlock.demo.people.RenderedPhoto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectorTrainingTest {

    private static final DetectorPlan SMALL = new DetectorPlan(10, 2, 1, 1);

    @TempDir
    private Path folder;

    @Test
    void stoppedRunGoesOnWithWhatIsThere() throws IOException {
        DetectorTraining training = new DetectorTraining(SMALL, folder, TrainingListener.SILENT);
        training.run();
        byte[] pNet = Files.readAllBytes(folder.resolve("pnet.pt"));
        byte[] oNet = Files.readAllBytes(folder.resolve("onet.pt"));
        assertThat(training.losses("onet").steps()).isEqualTo(1);
        Files.delete(folder.resolve("onet.pt"));
        Files.delete(folder.resolve("onet.snapshot"));
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        new DetectorTraining(SMALL, folder, (stage, done, total, note) -> heard.add(stage)).run();
        assertThat(heard).contains("training onet").doesNotContain("training pnet", "training rnet");
        assertThat(folder.resolve("pnet.pt")).hasBinaryContent(pNet);
        assertThat(folder.resolve("onet.pt")).hasBinaryContent(oNet);
    }

    @Test
    void folderOfAnotherPlanIsRefused() throws IOException {
        new NetworkFolder(folder).claim(SMALL);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NetworkFolder(folder).claim(new DetectorPlan(20, 2, 1, 1)))
                .withMessageContaining("pictures=10").withMessageContaining("pictures=20");
    }

    @Test
    void cacheGivesBackTheTruthAndDoesNotRenderTwice() throws IOException {
        PhotoCache cache = new PhotoCache(folder, SMALL);
        cache.fill(TrainingListener.SILENT);
        byte[] first = Files.readAllBytes(folder.resolve("000000.jpg"));
        Files.delete(folder.resolve("000001.txt"));
        Files.write(folder.resolve("000001.jpg"), new byte[] {1}); // was being written
        cache.fill(TrainingListener.SILENT);
        assertThat(folder.resolve("000000.jpg")).hasBinaryContent(first);
        for (int index : new int[] {0, 1, 5}) {
            RenderedPhoto rendered = SMALL.render(index);
            assertThat(cache.read(index).truths()).isEqualTo(rendered.truths());
            assertThat(cache.read(index).image().width()).isEqualTo(rendered.image().width());
        }
    }

    @Test
    void planPutsTogetherPortraitsGroupsAndEmptyPlaces() {
        List<Integer> people = new ArrayList<>();
        for (int index = 0; index < 10; index++) {
            people.add(SMALL.render(index).truths().size());
        }
        assertThat(people).containsExactly(1, 0, 1, 0, 1, people.get(5), 1, 0, 1, 0);
        assertThat(people.get(5)).isBetween(2, 5);
    }
}
