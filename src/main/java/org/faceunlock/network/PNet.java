package org.faceunlock.network;

import java.util.List;

/**
 * P-Net, the proposal network of MTCNN: looks at every 12x12 window of an image, two pixels apart.
 *
 * <p>{@code [N, 3, h, w]}, h and w at least 12, to box regression {@code [N, 4, h', w']} and probabilities of no face
 * and of a face {@code [N, 2, h', w']}, h' = ceil((h - 2) / 2) - 4. Source: Zhang et al. 2016, figure 2; layer names of
 * facenet-pytorch, models/mtcnn.py.
 */
final class PNet implements NetworkDefinition {

    @Override
    public List<Activation> describe(LayerBuilder layers) {
        Activation x = layers.input(3, 128);
        x = layers.convolutionPrelu(x, "conv1", "prelu1", 10, Window.square(3));
        x = layers.maxPool(x, Window.square(2, 2), true);
        x = layers.convolutionPrelu(x, "conv2", "prelu2", 16, Window.square(3));
        x = layers.convolutionPrelu(x, "conv3", "prelu3", 32, Window.square(3));
        Activation probabilities = layers.softmax(layers.convolution(x, "conv4_1", 2, Window.square(1)));
        Activation regression = layers.convolution(x, "conv4_2", 4, Window.square(1));
        return List.of(regression, probabilities);
    }
}
