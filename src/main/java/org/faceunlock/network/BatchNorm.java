package org.faceunlock.network;

/**
 * The numbers of one batch normalisation, y = (x - mean) / sqrt(variance + eps) * scale + shift, each {@code
 * [channels]}.
 */
record BatchNorm(FloatTensor scale, FloatTensor shift, FloatTensor mean, FloatTensor variance) {

    static BatchNorm of(ParameterSource parameters, String name, int channels) {
        return new BatchNorm(
                vector(parameters, name + ".weight", channels), vector(parameters, name + ".bias", channels),
                vector(parameters, name + ".running_mean", channels), vector(parameters, name + ".running_var",
                channels));
    }

    private static FloatTensor vector(ParameterSource parameters, String name, int channels) {
        return FloatTensor.wrap(parameters.get(name, channels).toFloats(), channels);
    }

    /** What the normalisation multiplies a channel by. */
    double factor(int channel) {
        return scale.get(channel) / Math.sqrt(variance.get(channel) + LayerBuilder.BATCH_NORM_EPSILON);
    }
}
