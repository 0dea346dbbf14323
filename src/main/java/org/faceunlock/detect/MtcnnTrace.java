package org.faceunlock.detect;

import java.util.List;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.Detection;
import org.faceunlock.network.FloatTensor;
import tech.tablesaw.api.Table;

/**
 * What each stage of the cascade made of one photo, for looking at. Immutable.
 *
 * @param levels of the pyramid, largest first, and what P-Net saw in them
 * @param proposals squares that R-Net looked at, with their P-Net probability, by descending probability
 * @param refined squares that O-Net looked at, with their R-Net probability, by descending probability
 * @param detections the faces, as {@link Mtcnn#detect} gives them
 */
public record MtcnnTrace(
        List<Level> levels, List<ScoredBox> proposals, List<ScoredBox> refined, List<Detection> detections) {

    public MtcnnTrace {
        levels = List.copyOf(levels);
        proposals = List.copyOf(proposals);
        refined = List.copyOf(refined);
        detections = List.copyOf(detections);
    }

    /**
     * How the places become fewer, one row a network: network, pixels a side (of what it sees), looked at, passed on.
     * What suppression took away is not passed on.
     */
    public Table toTable() {
        return StageTable.of(this);
    }

    /**
     * What P-Net did, one row a level, largest first: level (from 1), width and height in pixels, windows, at the
     * threshold (or above it), after suppression (within the level).
     */
    public Table levelTable() {
        return StageTable.of(levels);
    }

    /**
     * A box in pixels of the photo and how likely it is a face.
     *
     * @param box which may reach beyond the photo
     * @param probability 0 to 1
     */
    public record ScoredBox(Box box, double probability) {}

    /**
     * One level of the pyramid.
     *
     * @param scale size relative to the photo
     * @param input the photo at this size, standardised: {@code [1, 3, height, width]}
     * @param probabilities of a face in each window of 12 pixels, 2 pixels apart: {@code [rows, columns]}, 0 to 1
     * @param regressions of each window: {@code [4, rows, columns]}, shift of x1, y1, x2, y2 in widths and heights
     * @param windows those at or above the threshold, row by row
     * @param kept what non-maximum suppression within the level left of them, by descending probability
     */
    public record Level(
            double scale,
            FloatTensor input,
            FloatTensor probabilities,
            FloatTensor regressions,
            List<ScoredBox> windows,
            List<ScoredBox> kept) {

        public Level {
            windows = List.copyOf(windows);
            kept = List.copyOf(kept);
        }
    }
}
