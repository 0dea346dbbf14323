package org.faceunlock.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.faceunlock.image.Crop;
import org.faceunlock.image.ImageFolder;
import org.faceunlock.image.Photo;
import org.faceunlock.image.RgbImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureFileTest {

    private static final BufferedImage PICTURE = DrawnFaces.face(0, 0).toBufferedImage();

    @TempDir
    Path folder;

    @Test
    void theFileTellsItsResolution() {
        byte[] png = FigureFile.toPng(PICTURE, 200);
        int chunk = new String(png, StandardCharsets.ISO_8859_1).indexOf("pHYs");
        ByteBuffer data = ByteBuffer.wrap(png, chunk + 4, 9);
        assertThat(List.of(data.getInt(), data.getInt(), (int) data.get())).containsExactly(7874, 7874, 1);
    }

    @Test
    void thePictureComesBackPixelByPixel() throws IOException {
        Path file = folder.resolve("made/on the way/face.png");
        FigureFile.writePng(PICTURE, file);
        assertThat(RgbImage.of(ImageIO.read(file.toFile()))).isEqualTo(RgbImage.of(PICTURE));
    }

    @Test
    void anOldFileIsReplacedAndNothingElseLeftBehind() throws IOException {
        Path file = Files.writeString(folder.resolve("face.png"), "old");
        FigureFile.writePng(PICTURE, file);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
        assertThat(Files.size(file)).isGreaterThan(100);
    }

    @Test
    void aTargetThatCannotBeReplacedStaysAndNoPartIsLeft() throws IOException {
        Path file = Files.createDirectories(folder.resolve("face.png/inside")).getParent();
        assertThatThrownBy(() -> FigureFile.writePng(PICTURE, file)).isInstanceOf(IOException.class);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void whatWasWrittenIsTakenForAPhotoOfNobodyLater() throws IOException {
        Path photo = Files.write(folder.resolve("me.png"), FigureFile.toPng(PICTURE, 200));
        FigureFile.writePng(PICTURE, folder.resolve("crops/heatmap.png"));
        FigureFile.writeCrop(RgbImage.of(PICTURE), Crop.DEFAULT, folder.resolve("crops/face.png"));
        Path copy = Files.copy(folder.resolve("crops/face.png"), folder.resolve("copy.PNG"));
        ImageFolder photos = ImageFolder.of(folder);
        assertThat(photos.photos()).extracting(Photo::file).containsExactly(photo);
        assertThat(photos.rejected()).containsExactlyInAnyOrder(copy, folder.resolve("crops/face.png"),
                folder.resolve("crops/heatmap.png"));
        assertThat(photos).asString().contains("left out: 3 that this program wrote");
        assertThat(ImageFolder.of(copy).photos()).as("named itself").hasSize(1);
    }

    @Test
    void cropsCountWhereCropsAreAskedFor() throws IOException {
        FigureFile.writePng(PICTURE, folder.resolve("heatmap.png"));
        FigureFile.writeCrop(RgbImage.of(PICTURE), Crop.DEFAULT, folder.resolve("me/face.png"));
        assertThat(ImageFolder.ofCrops(List.of(folder)).photos())
                .containsExactly(new Photo(folder.resolve("me/face.png"), "me"));
        assertThatThrownBy(() -> ImageFolder.of(folder)).hasMessageContaining("only pictures that this program wrote");
    }

    @Test
    void noResolutionIsRefused() {
        assertThatThrownBy(() -> FigureFile.toPng(PICTURE, 0)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dpi");
    }
}
