package org.faceunlock.demo.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;
import org.faceunlock.image.RgbImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

class PeopleFolderTest {

    @TempDir
    Path folder;

    @Test
    void aPngHoldsExactlyTheRenderedPixels() throws IOException {
        RenderedPhoto photo = FaceRenderer.portrait(Identity.of(2), 3, 72, 64, Limits.WIDE);
        new PeopleFolder(folder, PeopleFolder.Format.PNG).add("ada", "1", () -> photo).write();
        assertThat(RgbImage.of(ImageIO.read(folder.resolve("ada/1.png").toFile()))).isEqualTo(photo.image());
    }

    @Test
    void theTruthReadsBackAsItWasWritten() throws IOException {
        RenderedPhoto photo = FaceRenderer.portrait(Identity.of(2), 3, 72, 64, Limits.WIDE);
        new PeopleFolder(folder, PeopleFolder.Format.JPEG)
                .add("ada", "1", () -> photo)
                .add("empty", "2", () -> FaceRenderer.empty(4, 40, 32))
                .write();
        Table truths = Table.read().csv(folder.resolve(PeopleFolder.TRUTH).toFile());
        assertThat(truths.stringColumn("file").asList()).containsExactly("ada/1.jpg", "empty/2.jpg");
        assertThat(truths.intColumn("face").asList()).containsExactly(0, -1);
        assertThat(truths.doubleColumn("x1").get(0))
                .isEqualTo(Math.round(photo.truths().get(0).box().x1() * 1000) / 1000.0);
        assertThat(truths.doubleColumn("x1").isMissing(1)).isTrue();
    }

    @Test
    void tellsOfEveryPhotoOnce() throws IOException {
        PeopleFolder people = new PeopleFolder(folder, PeopleFolder.Format.JPEG);
        for (int i = 0; i < 9; i++) {
            int seed = i;
            people.add("empty", "" + i, () -> FaceRenderer.empty(seed, 24, 24));
        }
        Set<Integer> told = ConcurrentHashMap.newKeySet();
        people.write((done, total) -> {
            assertThat(total).isEqualTo(9);
            told.add(done);
        });
        assertThat(told).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void leavesNoPartOfAPhotoThatCannotBeWritten() throws IOException {
        Files.createDirectories(folder.resolve("ada/1.jpg/in-the-way"));
        PeopleFolder people = new PeopleFolder(folder, PeopleFolder.Format.JPEG)
                .add("ada", "1", () -> FaceRenderer.empty(4, 40, 32));
        assertThatThrownBy(people::write).isInstanceOf(IOException.class).hasMessageContaining("1.jpg");
        assertThat(folder.resolve("ada")).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aFaultOfTheRendererComesThrough() {
        PeopleFolder people = new PeopleFolder(folder, PeopleFolder.Format.JPEG).add("", "1", () -> {
            throw new IllegalArgumentException("no such light");
        });
        assertThatThrownBy(people::write).isInstanceOf(IllegalArgumentException.class).hasMessage("no such light");
    }
}
