package org.faceunlock.network;

import java.util.List;

/**
 * dlib's face recognition network, a ResNet of 29 convolutions.
 *
 * <p>{@code [N, 3, 150, 150]} faces standardised by {@link Standardisation#DLIB} to L2-normalised embeddings {@code
 * [N, 128]}; the tap {@code fc} gives them before they are normalised, as dlib and face-api do. Source: dlib,
 * examples/dnn_face_recognition_ex.cpp; layer names of face-api.js, src/faceRecognitionNet.
 */
final class DlibResnet implements NetworkDefinition {

    static final int EMBEDDING_SIZE = 128;

    @Override
    public List<Activation> describe(LayerBuilder layers) {
        Activation x = layers.input(3, 150);
        x = layers.tap("conv32_down", layers.convolutionScale(x, "conv32_down", 32, Window.square(7, 2), PostOps.RELU));
        x = layers.tap("maxpool", layers.maxPool(x, Window.square(3, 2), false)); // [N, 32, 35, 35]
        x = plainBlocks(layers, x, "conv32", 3);
        x = plainBlocks(layers, downBlock(layers, x, "conv64_down", 64, false), "conv64", 3); // [N, 64, 17, 17]
        x = plainBlocks(layers, downBlock(layers, x, "conv128_down", 128, false), "conv128", 2); // [N, 128, 8, 8]
        x = plainBlocks(layers, downBlock(layers, x, "conv256_down", 256, true), "conv256", 2); // [N, 256, 4, 4]
        x = downBlock(layers, x, "conv256_down_out", 256, true); // [N, 256, 2, 2]
        x = layers.tap("avg", layers.globalMean(x));
        return List.of(layers.normalise(layers.tap("fc", layers.linearWithoutBias(x, "fc", EMBEDDING_SIZE))));
    }

    private static Activation plainBlocks(LayerBuilder layers, Activation input, String stage, int count) {
        Activation x = input;
        for (int block = 1; block <= count; block++) {
            String name = stage + "_" + block;
            x = layers.tap(name, twoConvolutions(layers, x, name, x.channels(), Window.same(3, 3),
                    PostOps.add(x, true)));
        }
        return x;
    }

    /**
     * Halves the picture. Beside the convolutions the input is averaged over 2x2 pixels; zeros stand for what the
     * smaller one of the two summands lacks: channels of the input, or ({@code padded}) the last row and column of the
     * convolution.
     */
    private static Activation downBlock(LayerBuilder layers, Activation x, String name, int channels, boolean padded) {
        Activation beside = layers.padChannels(layers.averagePool(x, Window.square(2, 2)), channels);
        Window first = Window.square(3, 2);
        return layers.tap(name, padded
                ? layers.relu(layers.add(beside,
                        layers.padEdges(twoConvolutions(layers, x, name, channels, first, PostOps.NONE))))
                : twoConvolutions(layers, x, name, channels, first, PostOps.add(beside, true)));
    }

    private static Activation twoConvolutions(LayerBuilder layers, Activation x, String name, int channels,
            Window first, PostOps after) {
        Activation y = layers.convolutionScale(x, name + ".conv1", channels, first, PostOps.RELU);
        return layers.convolutionScale(y, name + ".conv2", channels, Window.same(3, 3), after);
    }
}
