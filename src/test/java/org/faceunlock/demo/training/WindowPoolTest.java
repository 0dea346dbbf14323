package org.faceunlock.demo.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.faceunlock.demo.training.StageTargets.Kind;
import org.junit.jupiter.api.Test;

class WindowPoolTest {

    @Test
    void batchIsMadeOfTheKindsThatTheStageAsksFor() {
        WindowPool pool = new WindowPool(CascadeStage.OUTPUT);
        pool.add(List.of(window(48, Kind.FACE, 0.25f), window(48, Kind.PART, 0), window(48, Kind.NONE, 0)));
        WindowBatch batch = pool.draw(new SplittableRandom(1));
        for (Kind kind : Kind.values()) {
            assertThat(Arrays.stream(batch.targets().kinds()).filter(kind::equals)).as("%s", kind)
                    .hasSize(CascadeStage.OUTPUT.count(kind)).isNotEmpty();
        }
        assertThat(batch.pixels().shape()).containsExactly(batch.targets().kinds().length, 3, 48, 48);
        assertThat(batch.targets().boxes()[0]).isEqualTo(0.25f);
    }

    @Test
    void sameChanceGivesTheSameBatch() {
        WindowPool pool = new WindowPool(CascadeStage.PROPOSE);
        pool.add(List.of(window(12, Kind.FACE, 0), window(12, Kind.PART, 0), window(12, Kind.NONE, 0)));
        assertThat(pool.draw(new SplittableRandom(1)).pixels().toArray())
                .isEqualTo(pool.draw(new SplittableRandom(1)).pixels().toArray())
                .isNotEqualTo(pool.draw(new SplittableRandom(2)).pixels().toArray());
    }

    @Test
    void poolWithoutFacesIsRefused() {
        WindowPool pool = new WindowPool(CascadeStage.PROPOSE);
        pool.add(List.of(window(12, Kind.NONE, 0)));
        assertThatIllegalStateException().isThrownBy(() -> pool.draw(new SplittableRandom(1)))
                .withMessageContaining("FACE").withMessageContaining("pnet");
    }

    @Test
    void plainToneLeavesValuesAsTheyAre() {
        LabelledWindow window = window(12, Kind.NONE, 0);
        float[] written = new float[3 * 12 * 12];
        new ColourJitter(new float[] {1, 1, 1}, 0, 0).write(window, written, 0);
        for (int i = 0; i < written.length; i++) {
            assertThat(written[i]).isCloseTo(window.value(i), within(1e-6f));
        }
    }

    @Test
    void greyToneHasEqualChannels() {
        float[] written = new float[3 * 12 * 12];
        new ColourJitter(new float[] {1, 1, 1}, 0, 1).write(window(12, Kind.NONE, 0), written, 0);
        assertThat(written[5]).isEqualTo(written[144 + 5], within(1e-6f)).isEqualTo(written[288 + 5], within(1e-6f));
    }

    private static LabelledWindow window(int side, Kind kind, float shift) {
        float[] pixels = new float[3 * side * side];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (i * 37 % 255 - 127) / 128f;
        }
        float[] shifts = {shift, shift, shift, shift};
        return LabelledWindow.of(new WindowLabel(kind, shifts, new float[10]), pixels);
    }
}
