package org.faceunlock.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.faceunlock.detect.MtcnnTrace.Level;
import org.faceunlock.detect.MtcnnTrace.ScoredBox;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.Detection;
import org.faceunlock.network.FloatTensor;

/** Writes down what one run of the cascade does. Thread-safe during the run. */
final class TraceRecorder implements CascadeObserver {

    private final IntegralImage photo;
    private final Pyramid pyramid;
    private final Map<PyramidLevel, Level> levels = new ConcurrentHashMap<>();
    private final Map<PyramidLevel, float[]> probabilities = new ConcurrentHashMap<>();
    private final Map<PyramidLevel, float[]> regressions = new ConcurrentHashMap<>();
    private List<ScoredBox> proposals = List.of();
    private List<ScoredBox> refined = List.of();

    TraceRecorder(IntegralImage photo, Pyramid pyramid) {
        this.photo = photo;
        this.pyramid = pyramid;
    }

    @Override
    public void onScores(Tile tile, List<FloatTensor> outputs) {
        int windows = tile.level().rows() * tile.level().columns();
        float[] regression = regressions.computeIfAbsent(tile.level(), level -> new float[4 * windows]);
        float[] probability = probabilities.computeIfAbsent(tile.level(), level -> new float[windows]);
        for (int edge = 0; edge < 4; edge++) {
            paste(tile, outputs.get(0), edge, regression, edge * windows);
        }
        paste(tile, outputs.get(1), 1, probability, 0); // plane 0 is the probability of no face
    }

    private static void paste(Tile tile, FloatTensor from, int plane, float[] to, int start) {
        int next = plane * tile.rows() * tile.columns();
        for (int row = tile.row(); row < tile.row() + tile.rows(); row++) {
            int at = start + row * tile.level().columns() + tile.column();
            for (int column = 0; column < tile.columns(); column++) {
                to[at + column] = from.get(next++);
            }
        }
    }

    @Override
    public void level(PyramidLevel level, Candidates passed, Candidates kept) {
        levels.put(level, new Level(
                level.scale(),
                photo.average(Cells.of(0, photo.width(), level.width()), Cells.of(0, photo.height(), level.height())),
                FloatTensor.wrap(probabilities.get(level), level.rows(), level.columns()),
                FloatTensor.wrap(regressions.get(level), 4, level.rows(), level.columns()),
                boxes(passed),
                boxes(kept)));
    }

    @Override
    public void proposed(Candidates squares) {
        proposals = boxes(squares);
    }

    @Override
    public void refined(Candidates squares) {
        refined = boxes(squares);
    }

    /** A network that is hardly trained may turn a box inside out; such a one cannot be shown. */
    private static List<ScoredBox> boxes(Candidates candidates) {
        float[] from = candidates.boxes();
        return IntStream.range(0, candidates.size())
                .filter(row -> from[4 * row] <= from[4 * row + 2] && from[4 * row + 1] <= from[4 * row + 3])
                .mapToObj(row -> new ScoredBox(
                        new Box(from[4 * row], from[4 * row + 1], from[4 * row + 2], from[4 * row + 3]),
                        candidates.scores()[row]))
                .toList();
    }

    MtcnnTrace trace(List<Detection> detections) {
        List<Level> inOrder = new ArrayList<>();
        pyramid.levels().forEach(level -> inOrder.add(levels.get(level)));
        return new MtcnnTrace(inOrder, proposals, refined, detections);
    }
}
