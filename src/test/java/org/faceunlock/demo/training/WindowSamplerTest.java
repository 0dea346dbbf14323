package org.faceunlock.demo.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.faceunlock.demo.people.FaceRenderer;
import org.faceunlock.demo.people.Identity;
import org.faceunlock.demo.people.Limits;
import org.faceunlock.demo.people.RenderedPhoto;
import org.faceunlock.demo.training.StageTargets.Kind;
import org.junit.jupiter.api.Test;

/** Windows out of one rendered person, photo and identity seed 31. */
class WindowSamplerTest {

    private static final RenderedPhoto PHOTO = FaceRenderer.portrait(Identity.of(31), 31, 200, 180, Limits.WIDE);

    private static final int PHOTOS = 10;

    @Test
    void everyStageGetsFacesPartsAndNoneInItsSize() {
        for (CascadeStage stage : CascadeStage.values()) {
            Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
            SplittableRandom random = new SplittableRandom(5);
            for (int photo = 0; photo < PHOTOS; photo++) { // tight windows are seldom part of a face only
                for (LabelledWindow window : new WindowSampler(stage).draw(PHOTO, random)) {
                    counts.merge(window.label().kind(), 1, Integer::sum);
                    assertThat(window.pixels()).hasSize(3 * stage.side() * stage.side());
                }
            }
            assertThat(counts).as(stage.network()).containsOnlyKeys(Kind.FACE, Kind.PART, Kind.NONE);
        }
    }

    @Test
    void landmarksOfAFaceLieInItsWindow() {
        for (LabelledWindow window : new WindowSampler(CascadeStage.OUTPUT).draw(PHOTO, new SplittableRandom(5))) {
            if (window.label().kind() == Kind.FACE) {
                for (float mark : window.label().marks()) {
                    assertThat(mark).isBetween(0f, 1f);
                }
            }
        }
    }

    @Test
    void sameSeedDrawsTheSame() {
        for (CascadeStage stage : CascadeStage.values()) {
            assertThat(pixels(stage, 5)).isEqualTo(pixels(stage, 5)).isNotEqualTo(pixels(stage, 6));
        }
    }

    private static List<Short> pixels(CascadeStage stage, long seed) {
        List<Short> values = new ArrayList<>();
        for (LabelledWindow window : new WindowSampler(stage).draw(PHOTO, new SplittableRandom(seed))) {
            for (short value : window.pixels()) {
                values.add(value);
            }
        }
        return values;
    }

    @Test
    void pictureWithoutPeopleGivesOnlyNone() {
        RenderedPhoto empty = FaceRenderer.empty(31, 200, 180);
        assertThat(new WindowSampler(CascadeStage.REFINE).draw(empty, new SplittableRandom(5))).hasSizeGreaterThan(10)
                .allMatch(window -> window.label().kind() == Kind.NONE);
    }
}
