package org.faceunlock.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.List;
import org.faceunlock.image.RgbImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CropGridTest {

    private static final String LONG = "a name that is very much longer than a crop of a face is wide";

    private static CropGrid grid(int count) {
        List<String> people = Collections.nCopies(count, LONG);
        return CropGrid.of(DrawnFaces.of(people)).withPeople(people).withFiles(people)
                .withTitle(LONG).withCaption(LONG);
    }

    @Test
    void theFifthCropStartsTheSecondRow() {
        GridLayout layout = grid(8).layout();
        assertThat(layout.crop(4).getX()).isEqualTo(layout.crop(0).getX());
        assertThat(layout.crop(4).getY()).isGreaterThan(layout.crop(3).getMaxY());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 60})
    void namesAreCutToTheWidthOfTheirCropAndCoverNothing(int count) {
        GridLayout layout = grid(count).layout();
        assertThat(Overlaps.among(layout.texts())).isEmpty();
        for (int index = 0; index < count; index++) {
            assertThat(Overlaps.with(layout.crop(index), layout.texts())).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 60})
    void everyTextIsOnThePage(int count) {
        CropGrid grid = grid(count);
        Page page = grid.page();
        assertThat(Overlaps.outside(page, page.origin().getX(), page.origin().getY(), grid.layout().texts())).isEmpty();
        assertThat(Overlaps.outside(page, 0, 0, page.texts())).isEmpty();
    }

    @Test
    void aCropKeepsItsColoursInThePicture() {
        BufferedImage source = new BufferedImage(160, 160, BufferedImage.TYPE_INT_RGB);
        source.createGraphics().fillRect(80, 0, 80, 160);
        CropGrid grid = CropGrid.of(List.of(RgbImage.of(source)));
        BufferedImage picture = grid.draw();
        int x = (int) grid.page().origin().getX() * Page.SCALE;
        int y = (int) (grid.page().origin().getY() + grid.layout().crop(0).getHeight() / 2) * Page.SCALE;
        assertThat(picture.getRGB(x + 80, y) & 0xffffff).isZero();
        assertThat(picture.getRGB(x + 240, y) & 0xffffff).isEqualTo(0xffffff);
    }

    @Test
    void nothingToShowIsRefused() {
        assertThatThrownBy(() -> CropGrid.of(List.of())).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one");
    }
}
