package org.faceunlock.demo.training;

import java.util.List;
import java.util.SplittableRandom;
import org.faceunlock.demo.training.StageTargets.Kind;
import org.faceunlock.network.FloatTensor;

/**
 * What one step of training sees.
 *
 * @param pixels {@code [N, 3, side, side]}
 * @param targets what should be said of each
 */
record WindowBatch(FloatTensor pixels, StageTargets targets) {

    /** These windows as these kinds: a face may stand as {@link Kind#LANDMARKS}. */
    static WindowBatch of(CascadeStage stage, List<LabelledWindow> windows, List<Kind> kinds, SplittableRandom random) {
        int n = windows.size();
        int size = 3 * stage.side() * stage.side();
        float[] pixels = new float[n * size];
        float[] boxes = new float[4 * n];
        float[] marks = new float[10 * n];
        for (int i = 0; i < n; i++) {
            LabelledWindow window = windows.get(i);
            ColourJitter.random(random).write(window, pixels, i * size);
            System.arraycopy(window.label().shift(), 0, boxes, 4 * i, 4);
            System.arraycopy(window.label().marks(), 0, marks, 10 * i, 10);
        }
        return new WindowBatch(FloatTensor.wrap(pixels, n, 3, stage.side(), stage.side()),
                new StageTargets(kinds.toArray(Kind[]::new), boxes, stage.marks() ? marks : new float[0]));
    }
}
