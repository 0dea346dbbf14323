package org.faceunlock.demo.training;

import org.faceunlock.checkpoint.StateDict;

/** Something that learns step by step and can be saved between two steps. */
public interface TrainableNetwork {

    /**
     * Takes one step. What it does may depend on the number of the step alone, so that a resumed training takes the
     * same.
     *
     * @param step counted from 0
     * @return the loss before the step
     */
    double step(int step);

    /** All that is needed to go on after the steps taken so far. */
    StateDict snapshot();
}
