package org.faceunlock.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CellsTest {

    @Test
    void cellsThatDivideThePixelsEvenlyLieSideBySide() {
        assertThat(spans(Cells.of(0, 6, 3))).isEqualTo("0-2 2-4 4-6 ");
    }

    @Test
    void cellsThatDoNotShareThePixelAtTheirEdge() {
        assertThat(spans(Cells.of(0, 5, 3))).isEqualTo("0-2 1-4 3-5 ");
    }

    @Test
    void moreCellsThanPixelsRepeatPixels() {
        assertThat(spans(Cells.of(0, 2, 4))).isEqualTo("0-1 0-1 1-2 1-2 ");
    }

    @Test
    void aRunMayBeginAnywhere() {
        assertThat(spans(Cells.of(7, 4, 2))).isEqualTo("7-9 9-11 ");
    }

    @Test
    void someOfTheCellsAreAsAmongAll() {
        assertThat(spans(Cells.of(0, 5, 3, 1, 3))).isEqualTo("1-4 3-5 ");
    }

    @Test
    void theWidestPhotoDoesNotOverflow() {
        Cells cells = Cells.of(0, 64_000_000, 38_400_001);
        assertThat(cells.start(38_400_000)).isEqualTo(63_999_998);
        assertThat(cells.end(38_400_000)).isEqualTo(64_000_000);
    }

    private static String spans(Cells cells) {
        StringBuilder spans = new StringBuilder();
        for (int cell = 0; cell < cells.count(); cell++) {
            spans.append(cells.start(cell)).append('-').append(cells.end(cell)).append(' ');
        }
        return spans.toString();
    }
}
