package org.faceunlock.torch;

/** Where a network definition takes its parameters from: a checkpoint, or numbers to start training with. */
@FunctionalInterface
public interface ParameterSource {

    /**
     * The parameter of this name.
     *
     * @param shape the only shape that the network can use
     */
    StateTensor get(String name, int... shape);
}
