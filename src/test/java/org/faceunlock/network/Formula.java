package org.faceunlock.network;

import java.util.stream.IntStream;
import org.faceunlock.checkpoint.FormulaWeights;
import org.faceunlock.checkpoint.StateTensor;

/** {@link FormulaWeights} for whatever parameters a network asks for. */
final class Formula implements ParameterSource {

    /** The first numbers of a sequence as the input of a network. */
    static FloatTensor input(String name, int... shape) {
        return FloatTensor.wrap(FormulaWeights.input(name, IntStream.of(shape).reduce(1, Math::multiplyExact)), shape);
    }

    @Override
    public StateTensor get(String name, int... shape) {
        return FormulaWeights.tensor(name, shape);
    }

    @Override
    public String toString() {
        return "formula weights";
    }
}
