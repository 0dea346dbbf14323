package org.faceunlock.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.faceunlock.geometry.Box;
import org.faceunlock.image.RgbImage;
import org.faceunlock.network.FloatTensor;
import org.junit.jupiter.api.Test;

/** What training sees of a photo is, number by number, what the cascade shows its networks. */
class StageViewTest {

    private static final RgbImage PHOTO = Photos.noise(90, 70, 11);
    private static final StageView VIEW = StageView.of(PHOTO);

    @Test
    void proposalWindowIsWhatTheCascadeShowsPNet() {
        double scale = 0.6; // 12 / 20, the first level
        List<FloatTensor> seen = Collections.synchronizedList(new ArrayList<>());
        StageNetwork pNet = input -> {
            seen.add(input);
            return Fakes.pNet(Fakes::brightness).run(input);
        };
        new ProposalStage(pNet, 1).run(IntegralImage.of(PHOTO),
                new Pyramid(List.of(PyramidLevel.of(90, 70, scale))), CascadeObserver.NONE);
        assertThat(seen).hasSize(1);
        FloatTensor level = seen.get(0); // [1, 3, 43, 55]
        float[] window = VIEW.proposalPixels(scale, 6, 4);
        for (int i = 0; i < window.length; i++) {
            int y = 4 + i / 12 % 12;
            int x = 6 + i % 12;
            int place = (i / 144 * level.size(2) + y) * level.size(3) + x;
            assertThat(window[i]).as("value %d", i).isEqualTo(level.get(place));
        }
    }

    @Test
    void proposalWindowLiesWhereTheCascadePutsIt() {
        float[] expected = new float[4];
        PyramidLevel.of(90, 70, 0.5).place(8, 2, expected, 0);
        assertThat(VIEW.proposal(0.5, 8, 2)).contains(new Box(expected[0], expected[1], expected[2], expected[3]));
        assertThat(expected).containsExactly(18f, 6f, 40f, 28f); // twice 8 + 1, 2 + 1, 8 + 12, 2 + 12
    }

    @Test
    void windowBeyondTheLevelIsNone() {
        assertThat(VIEW.proposal(0.5, -1, 0)).isEmpty();
        assertThat(VIEW.proposal(0.5, 0, 25)).isEmpty(); // the level has 36 rows
        assertThat(VIEW.proposal(0.5, 0, 24)).isPresent();
    }

    @Test
    void squareIsWhatTheCascadeShowsRNetAlsoAtTheEdge() {
        List<FloatTensor> seen = new ArrayList<>();
        StageNetwork rNet = input -> {
            seen.add(input);
            return Fakes.rNet(Fakes::brightness).run(input);
        };
        Box square = new Box(60.5, -10, 110.5, 40);
        float[] edges = {60.5f, -10, 110.5f, 40};
        new RefineStage(rNet, 0.7)
                .run(IntegralImage.of(PHOTO), Candidates.of(edges, new float[] {1}), CascadeObserver.NONE);
        assertThat(VIEW.squarePixels(square, 24).orElseThrow()).isEqualTo(seen.get(0).toArray());
    }

    @Test
    void squareOutsideThePhotoIsNone() {
        assertThat(VIEW.squarePixels(new Box(100, 0, 120, 20), 24)).isEmpty();
    }
}
