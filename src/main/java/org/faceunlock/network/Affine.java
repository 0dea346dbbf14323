package org.faceunlock.network;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.faceunlock.checkpoint.StateTensor;

/**
 * Weight and bias of a convolution or a linear layer.
 *
 * @param weight {@code [outputs, inputs]} or {@code [outputs, inputs, height, width]}
 * @param bias {@code [outputs]}, absent where a batch normalisation follows
 */
record Affine(FloatTensor weight, Optional<FloatTensor> bias) {

    /**
     * Reads {@code name.weight} and {@code name.bias}; {@code inner}: inputs and, for a convolution, the kernel's size.
     */
    static Affine of(ParameterSource parameters, String name, int outputs, int... inner) {
        FloatTensor weight = withoutBias(parameters, name, outputs, inner).weight;
        FloatTensor bias = FloatTensor.wrap(parameters.get(name + ".bias", outputs).toFloats(), outputs);
        return new Affine(weight, Optional.of(bias));
    }

    static Affine withoutBias(ParameterSource parameters, String name, int outputs, int... inner) {
        int[] shape = new int[inner.length + 1];
        shape[0] = outputs;
        System.arraycopy(inner, 0, shape, 1, inner.length);
        StateTensor weight = parameters.get(name + ".weight", shape);
        return new Affine(FloatTensor.wrap(weight.toFloats(), shape), Optional.empty());
    }

    int outputs() {
        return weight.size(0);
    }

    /** The layer whose output is {@code factor} times this one's. */
    Affine scaled(double factor) {
        if (factor == 1.0) {
            return this;
        }
        return map(output -> factor, (output, bias) -> bias * factor);
    }

    /** The layer whose outputs are this one's, each times its scale plus its shift. */
    Affine scaledAndShifted(FloatTensor scale, FloatTensor shift) {
        return map(scale::get, (output, bias) -> bias * scale.get(output) + shift.get(output));
    }

    /** This layer and the normalisation after it as one layer. */
    Affine then(BatchNorm norm) {
        return map(norm::factor, (output, bias) -> norm.shift().get(output) + (bias - norm.mean()
                .get(output)) * norm.factor(output));
    }

    /** The layer with outputs and inputs of zeros after those that it has; those inputs count for nothing. */
    Affine padded(int outputs, int inputs) {
        if (outputs == outputs() && inputs == weight.size(1)) {
            return this;
        }
        int[] shape = weight.shape();
        int each = weight.size() / outputs();
        int size = each / shape[1] * inputs;
        shape[0] = outputs;
        shape[1] = inputs;
        float[] weights = new float[outputs * size];
        for (int output = 0; output < outputs(); output++) {
            System.arraycopy(weight.array(), output * each, weights, output * size, each);
        }
        return new Affine(FloatTensor.wrap(weights, shape),
                bias.map(numbers -> FloatTensor.wrap(Arrays.copyOf(numbers.array(), outputs), outputs)));
    }

    private Affine map(IntToDoubleFunction factor, BiasRule biasRule) {
        float[] weights = weight.toArray();
        float[] biases = new float[outputs()];
        int each = weights.length / biases.length;
        for (int output = 0; output < biases.length; output++) {
            int channel = output;
            double multiplier = factor.applyAsDouble(output);
            for (int i = output * each; i < (output + 1) * each; i++) {
                weights[i] = (float) (weights[i] * multiplier);
            }
            biases[output] = (float) biasRule.apply(output, bias.map(numbers -> numbers.get(channel)).orElse(0f));
        }
        return new Affine(FloatTensor.wrap(weights, weight.shape()), Optional.of(FloatTensor.wrap(biases,
                biases.length)));
    }

    @FunctionalInterface
    private interface BiasRule {
        double apply(int output, double bias);
    }
}
