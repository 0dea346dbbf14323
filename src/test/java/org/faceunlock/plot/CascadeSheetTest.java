package org.faceunlock.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.faceunlock.image.RgbImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CascadeSheetTest {

    private static CascadeSheet sheet(int width, int height) {
        return CascadeSheet.of(RgbImage.of(width, height, new byte[3 * width * height]), Traces.ofStages());
    }

    @ParameterizedTest
    @CsvSource({"100, 100", "200, 100", "100, 200", "4000, 3000"})
    void panelsAndTheirWordsCoverNothing(int width, int height) {
        CascadeSheet sheet = sheet(width, height);
        assertThat(Overlaps.among(sheet.texts())).isEmpty();
        for (int panel = 0; panel < CascadeSheet.PANELS; panel++) {
            assertThat(Overlaps.with(sheet.place(panel), sheet.texts())).isEmpty();
            for (int other = 0; other < panel; other++) {
                assertThat(sheet.place(panel).intersects(sheet.place(other))).isFalse();
            }
        }
        Page page = sheet.page();
        assertThat(Overlaps.outside(page, page.origin().getX(), page.origin().getY(), sheet.texts())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 10", "2, 40", "3, 70"})
    void eachStageShowsItsOwnBoxes(int panel, int corner) {
        CascadeSheet sheet = sheet(100, 100);
        BufferedImage picture = sheet.draw();
        for (int other = 0; other < CascadeSheet.PANELS; other++) {
            Color found = at(picture, sheet, other, corner, corner + 5);
            if (other == panel) {
                assertThat(found).isEqualTo(CandidatePanel.colour(1));
            } else {
                assertThat(found).as("panel %d", other).isNotEqualTo(CandidatePanel.colour(1));
            }
        }
    }

    private static Color at(BufferedImage picture, CascadeSheet sheet, int panel, double x, double y) {
        Rectangle2D place = sheet.place(panel);
        double unit = place.getWidth() / 100;
        return new Color(picture.getRGB(
                (int) Math.round((sheet.page().origin().getX() + place.getX() + x * unit) * Page.SCALE),
                (int) Math.round((sheet.page().origin().getY() + place.getY() + y * unit) * Page.SCALE)));
    }

    @Test
    void wordsCountTheBoxes() {
        assertThat(sheet(100, 100).texts()).extracting(PlacedText::text).containsExactly("P-Net: 0 windows pass",
                "R-Net is given 1 squares", "O-Net is given 1 squares", "1 face");
    }

    @Test
    void moreProbableIsDarker() {
        assertThat(Palette.contrast(CandidatePanel.colour(0.99), Color.WHITE))
                .isGreaterThan(Palette.contrast(CandidatePanel.colour(0.6), Color.WHITE));
    }
}
