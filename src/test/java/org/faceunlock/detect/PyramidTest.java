package org.faceunlock.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PyramidTest {

    private static final MtcnnSettings DEFAULTS = MtcnnSettings.defaults();

    @Test
    void levelsShrinkByTheFactorWhileTheShorterSideHoldsAWindow() {
        Pyramid pyramid = Pyramid.of(220, 330, DEFAULTS); // sizes of the reference, facenet-pytorch 787da06
        assertThat(pyramid.levels()).extracting(PyramidLevel::width).containsExactly(133, 94, 67, 48, 34, 24, 17);
        assertThat(pyramid.levels()).extracting(PyramidLevel::height).containsExactly(199, 141, 100, 71, 51, 36, 26);
        assertThat(pyramid.levels().get(1).scale()).isEqualTo(0.6 * 0.709);
    }

    @Test
    void windowsAreCountedAsPNetCountsThem() {
        PyramidLevel level = new PyramidLevel(0.6, 133, 199);
        assertThat(level.columns()).isEqualTo(62);
        assertThat(level.rows()).isEqualTo(95);
        PyramidLevel odd = new PyramidLevel(1, 12, 13);
        assertThat(odd.columns()).isEqualTo(1);
        assertThat(odd.rows()).isEqualTo(2);
    }

    @Test
    void aPhotoOfTheMinimumFaceSizeHasOneLevel() {
        assertThat(Pyramid.of(20, 20, DEFAULTS).levels()).hasSize(1);
        assertThat(Pyramid.of(20, 19, DEFAULTS).levels()).isEmpty();
        assertThat(Pyramid.of(1, 5000, DEFAULTS).levels()).isEmpty();
    }

    @Test
    void aMinimumFaceSizeBelowTheWindowEnlargesThePhoto() {
        assertThat(Pyramid.of(10, 10, DEFAULTS.withMinimumFaceSize(6)).levels().get(0))
                .isEqualTo(new PyramidLevel(2, 21, 21));
    }

    @ParameterizedTest
    @CsvSource({"133, 199", "12, 12", "1001, 2002", "12, 100000", "100000, 12", "9001, 31"})
    void tilesCoverEveryWindowOnce(int width, int height) {
        PyramidLevel level = new PyramidLevel(1, width, height);
        int[] seen = new int[level.rows() * level.columns()];
        for (Tile tile : level.tiles()) {
            for (int row = tile.row(); row < tile.row() + tile.rows(); row++) {
                for (int column = tile.column(); column < tile.column() + tile.columns(); column++) {
                    seen[row * level.columns() + column]++;
                }
            }
        }
        assertThat(IntStream.of(seen).allMatch(count -> count == 1)).isTrue();
    }

    @Test
    void aTileTakesThePixelsUnderItsWindows() {
        PyramidLevel level = new PyramidLevel(1, 101, 101); // 46 windows each way
        Tile inner = new Tile(level, 10, 5, 20, 8);
        assertThat(inner.pixelRows(101).start(0)).isEqualTo(20);
        assertThat(inner.pixelRows(101).count()).isEqualTo(4 * 2 + 12);
        assertThat(inner.pixelColumns(101).start(0)).isEqualTo(40);
        Tile last = new Tile(level, 40, 6, 40, 6);
        assertThat(last.pixelRows(101).end(last.pixelRows(101).count() - 1)).isEqualTo(101);
        PyramidLevel alone = new PyramidLevel(1, last.pixelColumns(101).count(), last.pixelRows(101).count());
        assertThat(alone.rows()).isEqualTo(6);
    }
}
