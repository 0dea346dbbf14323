package org.faceunlock.network;

import org.faceunlock.checkpoint.StateDict;
import org.faceunlock.checkpoint.StateTensor;

/** Where a network definition takes its parameters from: a checkpoint, or numbers to start training with. */
@FunctionalInterface
public interface ParameterSource {

    /**
     * The parameter of this name.
     *
     * @param shape the only shape that the network can use
     */
    StateTensor get(String name, int... shape);

    /** What a checkpoint holds, and from another source what it lacks, such as what only a training needs. */
    static ParameterSource of(StateDict states, ParameterSource others) {
        ParameterSource known = new CheckpointParameters(states);
        return (name, shape) -> (states.find(name).isPresent() ? known : others).get(name, shape);
    }

    /** What a checkpoint holds; what it lacks or has in another shape is an IllegalArgumentException. */
    static ParameterSource of(StateDict states) {
        return new CheckpointParameters(states);
    }
}
