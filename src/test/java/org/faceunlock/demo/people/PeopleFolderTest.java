package org.faceunlock.demo.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
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
}
