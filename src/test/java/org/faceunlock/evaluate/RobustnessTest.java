package org.faceunlock.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.faceunlock.embed.Embedding;
import org.faceunlock.embed.Threshold;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.Detection;
import org.faceunlock.geometry.Landmarks;
import org.faceunlock.geometry.Point;
import org.faceunlock.image.AlignedCrop;
import org.faceunlock.image.Crop;
import org.faceunlock.image.FaceOutcome;
import org.faceunlock.image.FaceStatus;
import org.faceunlock.image.Photo;
import org.faceunlock.image.PhotoReader;
import org.faceunlock.image.RgbImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

class RobustnessTest {

    private static final Point MIDDLE = new Point(10, 10);
    private static final Detection FACE =
            new Detection(new Box(4, 4, 16, 16), 1, new Landmarks(MIDDLE, MIDDLE, MIDDLE, MIDDLE, MIDDLE));

    @TempDir
    private Path folder;

    @Test
    void everyPerturbationChangesThePictureAndHasANameOfItsOwn() {
        RgbImage photo = RgbImage.of(picture(80));
        assertThat(Perturbation.usual()).extracting(Perturbation::name).doesNotHaveDuplicates().hasSizeGreaterThan(15);
        assertThat(Perturbation.usual()).allSatisfy(perturbation ->
                assertThat(perturbation.change().apply(photo, FACE)).isNotEqualTo(photo));
    }

    @Test
    void marginsCutTheFaceThatWasFoundOutWithMoreAndMoreAroundIt() {
        RgbImage photo = RgbImage.of(picture(80));
        List<Perturbation> margins = Perturbation.margins(Crop.of(16, 2));
        assertThat(margins).extracting(Perturbation::name)
                .containsExactly("margin 0", "margin 8");
        assertThat(margins).allSatisfy(margin -> assertThat(margin.apply(photo, FACE, found -> {
            throw new AssertionError("the face is not looked for anew");
        }).crop()).contains(margin.recipe().orElseThrow().cut(photo, FACE).orElseThrow()));
        assertThat(Perturbation.margins(Crop.DEFAULT)).extracting(Perturbation::name)
                .containsExactly("margin 0", "margin 8", "margin 16", "margin 24", "margin 32");
        assertThat(Perturbation.margins(AlignedCrop.DLIB)).extracting(Perturbation::name)
                .contains("padding 0.0", "padding 0.25", "padding 0.5");
    }

    @Test
    void flippedTwiceIsThePictureItself() {
        RgbImage photo = RgbImage.of(picture(80));
        Perturbation flip = Perturbation.usual().get(0);
        assertThat(flip.change().apply(flip.change().apply(photo, FACE), FACE)).isEqualTo(photo);
    }

    @Test
    void driftAndDecisionsAreCountedAPerturbation() throws IOException {
        List<Photo> photos = new ArrayList<>();
        for (int grey : new int[] {80, 90, 100}) {
            Path file = folder.resolve(grey + ".png");
            ImageIO.write(picture(grey), "png", file.toFile());
            photos.add(new Photo(file, "p"));
        }
        Perturbation none = new Perturbation("none", (photo, face) -> photo);
        Perturbation dark = new Perturbation("dark", (photo, face) -> RgbImage.of(20, 20, new byte[1200]));
        Perturbation swapped = new Perturbation("swapped", (photo, face) -> RgbImage.of(picture(250)));
        Robustness made = Robustness.of(photos, List.of(none, dark, swapped), RobustnessTest::find,
                RobustnessTest::embed, PhotoReader.DEFAULT, Threshold.cosine(0.9), done -> { });
        Table table = made.toTable();
        assertThat(table.stringColumn("decisions that survive").asList()).containsExactly("3 of 3", "0 of 3", "0 of 3");
        assertThat(table.stringColumn("face lost").asList()).containsExactly("0 of 3", "3 of 3", "0 of 3");
        assertThat(table.doubleColumn("mean similarity").get(0)).isEqualTo(1);
        assertThat(table.doubleColumn("mean similarity").isMissing(1)).isTrue();
        assertThat(made.survived("none")).isEqualTo(new Rate(3, 3));
        assertThat(made.meanSimilarity("dark")).isNaN();
        assertThat(made.weakestTable().row(0).getString("face lost")).isEqualTo("3 of 9");
        assertThat(made.weakestTable().row(0).getString("perturbation")).isEqualTo("swapped");
    }

    /** Above 200 the face is somebody else's, at right angles. */
    private static List<Embedding> embed(List<RgbImage> crops) {
        return crops.stream().map(crop -> level(crop) > 200 ? Embedding.of(-1, 100) : Embedding.of(level(crop),
                1)).toList();
    }

    private static FaceOutcome find(RgbImage photo) {
        return level(photo) == 0 ? FaceOutcome.without(FaceStatus.NO_FACE, List.of(), "dark")
                : FaceOutcome.face(List.of(FACE), FACE, photo);
    }

    private static int level(RgbImage photo) {
        return photo.toBufferedImage().getRGB(0, 0) >> 16 & 255;
    }

    private static BufferedImage picture(int red) {
        BufferedImage picture = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 20; y++) {
            for (int x = 0; x < 20; x++) {
                picture.setRGB(x, y, x == 0 && y == 0 ? red << 16 : (x * 12 << 16) + (y * 12 << 8) + (x * y / 2));
            }
        }
        return picture;
    }
}
