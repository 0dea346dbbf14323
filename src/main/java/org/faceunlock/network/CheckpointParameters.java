package org.faceunlock.network;

import java.util.Arrays;
import org.faceunlock.checkpoint.StateDict;
import org.faceunlock.checkpoint.StateTensor;

/** Takes parameters from a state dict, and refuses one that is absent, of another shape or not of floating numbers. */
record CheckpointParameters(StateDict states) implements ParameterSource {

    @Override
    public StateTensor get(String name, int... shape) {
        StateTensor tensor = states.findFinite(name).orElseThrow(() -> new IllegalArgumentException(
                ("%s: expected a parameter %s of shape %s, found none of that name among %s; is this a file for "
                        + "another network?")
                        .formatted(states.source(), name, Arrays.toString(shape), states.tensors().size())));
        if (!Arrays.equals(tensor.shape(), shape) || !tensor.type().isFloating()) {
            throw new IllegalArgumentException(
                    ("%s: expected parameter %s as floating numbers of shape %s, found %s %s; is this a file for "
                            + "another network?").formatted(states.source(), name, Arrays.toString(shape),
                                    tensor.type(), Arrays.toString(tensor.shape())));
        }
        return tensor;
    }

    @Override
    public String toString() {
        return states.source();
    }
}
