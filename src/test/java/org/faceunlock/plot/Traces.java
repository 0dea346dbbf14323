package org.faceunlock.plot;

import java.util.List;
import java.util.stream.IntStream;
import org.faceunlock.detect.MtcnnTrace;
import org.faceunlock.detect.MtcnnTrace.Level;
import org.faceunlock.detect.MtcnnTrace.ScoredBox;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.Detection;
import org.faceunlock.geometry.Landmarks;
import org.faceunlock.geometry.Point;
import org.faceunlock.network.FloatTensor;

/** Traces of a cascade that never ran, with sizes and places that a test can foretell. */
final class Traces {

    private Traces() {
    }

    /** Levels of these sizes (width, height, width, height ...), grey, with probability 1 in the first window alone. */
    static MtcnnTrace ofLevels(int... sizes) {
        List<Level> levels = IntStream.range(0, sizes.length / 2)
                .mapToObj(level -> level(sizes[2 * level], sizes[2 * level + 1])).toList();
        return new MtcnnTrace(levels, List.of(), List.of(), List.of());
    }

    private static Level level(int width, int height) {
        int rows = (height - 1) / 2 - 4;
        int columns = (width - 1) / 2 - 4;
        float[] probabilities = new float[rows * columns];
        probabilities[0] = 1;
        return new Level(1, FloatTensor.wrap(new float[3 * height * width], 1, 3, height, width),
                FloatTensor.wrap(probabilities, rows, columns),
                FloatTensor.wrap(new float[4 * rows * columns], 4, rows, columns), List.of(), List.of());
    }

    /** One box at each stage: 10 to 30 for R-Net, 40 to 60 for O-Net, 70 to 90 the face; probability 1. */
    static MtcnnTrace ofStages() {
        Point middle = new Point(80, 80);
        Detection face = new Detection(new Box(70, 70, 90, 90), 1,
                new Landmarks(middle, middle, middle, middle, middle));
        return new MtcnnTrace(ofLevels(13, 13).levels(), List.of(new ScoredBox(new Box(10, 10, 30, 30), 1)),
                List.of(new ScoredBox(new Box(40, 40, 60, 60), 1)), List.of(face));
    }
}
