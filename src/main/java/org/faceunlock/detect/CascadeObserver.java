package org.faceunlock.detect;

import java.util.List;
import org.faceunlock.network.FloatTensor;

/** Is told what the cascade does while it does it; by default not interested. Called from several threads. */
interface CascadeObserver {

    /** Looks away: costs nothing. */
    CascadeObserver NONE = new CascadeObserver() {};

    /**
     * P-Net has judged a tile: {@code [1, 4, rows, columns]} regression and {@code [1, 2, rows, columns]}
     * probabilities.
     */
    default void onScores(Tile tile, List<FloatTensor> outputs) {}

    /** A level is done: its windows at or above the threshold, and what non-maximum suppression left of them. */
    default void level(PyramidLevel level, Candidates passed, Candidates kept) {}

    /** The squares that R-Net will look at. */
    default void proposed(Candidates squares) {}

    /** The squares that O-Net will look at. */
    default void refined(Candidates squares) {}
}
