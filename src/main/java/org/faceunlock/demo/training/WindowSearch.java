package org.faceunlock.demo.training;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.faceunlock.demo.people.RenderedPhoto;
import org.faceunlock.detect.Mtcnn;
import org.faceunlock.detect.MtcnnTrace;
import org.faceunlock.detect.MtcnnTrace.ScoredBox;
import org.faceunlock.detect.StageView;

/**
 * Finds the windows that the networks trained so far hand on to the next one, which is trained on them: above all those
 * that are no faces. Immutable.
 *
 * @param earlier the cascade with the networks trained so far, whose thresholds let through more than later
 * @param sampler for the network to train
 */
record WindowSearch(Mtcnn earlier, WindowSampler sampler) {

    private static final int MOST_FACES = 10;
    private static final int MOST_PARTS = 6;
    private static final int MOST_NONE = 24;

    /** Windows of one picture, by chance where there are many. */
    List<LabelledWindow> find(RenderedPhoto photo, SplittableRandom random) {
        StageView view = StageView.of(photo.image());
        List<ScoredBox> squares = new ArrayList<>(squares(earlier.detectWithTrace(photo.image())));
        int people = Math.max(1, photo.truths().size());
        int[] room = {MOST_FACES * people, MOST_NONE, MOST_PARTS * people}; // by Kind
        List<LabelledWindow> found = new ArrayList<>();
        while (!squares.isEmpty()) {
            ScoredBox square = squares.remove(random.nextInt(squares.size()));
            sampler.square(view, photo.truths(), square.box())
                    .filter(window -> room[window.label().kind().ordinal()]-- > 0).ifPresent(found::add);
        }
        return found;
    }

    private List<ScoredBox> squares(MtcnnTrace trace) {
        return switch (sampler.stage()) {
            case REFINE -> trace.proposals();
            case OUTPUT, LANDMARKS -> trace.refined();
            case PROPOSE -> throw new IllegalStateException("sampler: expected one for R-Net or O-Net, found P-Net's");
        };
    }
}
