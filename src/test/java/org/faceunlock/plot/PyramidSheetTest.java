package org.faceunlock.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class PyramidSheetTest {

    private final PyramidSheet sheet = PyramidSheet.of(Traces.ofLevels(200, 300, 142, 213, 101, 151, 13, 13));

    @Test
    void sizesAreInProportion() {
        PyramidLayout layout = sheet.layout();
        assertThat(layout.picture(0).getWidth() / layout.picture(2).getWidth()).isCloseTo(200 / 101.0, within(1e-9));
        assertThat(layout.map(1).getHeight()).isEqualTo(layout.picture(1).getHeight());
    }

    @Test
    void nothingCoversAnythingElse() {
        PyramidLayout layout = sheet.layout();
        assertThat(Overlaps.among(layout.texts())).isEmpty();
        for (int level = 0; level < 4; level++) {
            assertThat(Overlaps.with(layout.picture(level), layout.texts())).isEmpty();
            assertThat(Overlaps.with(layout.map(level), layout.texts())).isEmpty();
            assertThat(layout.picture(level).intersects(layout.map(level))).isFalse();
        }
    }

    @Test
    void everyTextIsOnThePage() {
        Page page = sheet.withTitle("a photo").page();
        assertThat(Overlaps.outside(page, page.origin().getX(), page.origin().getY(), sheet.layout().texts()))
                .isEmpty();
    }

    @Test
    void aCellLiesAtTheMiddleOfItsWindow() {
        BufferedImage picture = sheet.draw();
        Rectangle2D map = sheet.layout().map(0);
        double pixel = map.getWidth() / 200;
        assertThat(colour(picture, map.getX() + 6 * pixel, map.getY() + 6 * pixel))
                .isEqualTo(ColourScale.SEQUENTIAL.at(1).getRGB());
        assertThat(colour(picture, map.getX() + 9 * pixel, map.getY() + 6 * pixel))
                .isEqualTo(ColourScale.SEQUENTIAL.at(0).getRGB());
        assertThat(colour(picture, map.getX() + 3 * pixel, map.getY() + 6 * pixel))
                .isEqualTo(ColourScale.SEQUENTIAL.at(0).getRGB());
    }

    private int colour(BufferedImage picture, double x, double y) {
        return picture.getRGB((int) ((sheet.page().origin().getX() + x) * Page.SCALE),
                (int) ((sheet.page().origin().getY() + y) * Page.SCALE));
    }

    @Test
    void noLevelIsRefused() {
        assertThatThrownBy(() -> PyramidSheet.of(Traces.ofLevels())).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one level");
    }
}
