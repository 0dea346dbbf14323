package org.faceunlock.network;

import java.util.List;

/**
 * O-Net, the output network of MTCNN: gives the final box, the landmarks and the probability.
 *
 * <p>{@code [N, 3, 48, 48]} to box regression {@code [N, 4]}, landmarks {@code [N, 10]} (five x, then five y, as shares
 * of the box) and probabilities of no face and of a face {@code [N, 2]}. Source: Zhang et al. 2016, figure 2; layer
 * names of facenet-pytorch, models/mtcnn.py.
 */
final class ONet implements NetworkDefinition {

    @Override
    public List<Activation> describe(LayerBuilder layers) {
        Activation x = layers.input(3, 48);
        x = layers.convolutionPrelu(x, "conv1", "prelu1", 32, Window.square(3));
        x = layers.maxPool(x, Window.square(3, 2), true);
        x = layers.convolutionPrelu(x, "conv2", "prelu2", 64, Window.square(3));
        x = layers.maxPool(x, Window.square(3, 2), true);
        x = layers.convolutionPrelu(x, "conv3", "prelu3", 64, Window.square(3));
        x = layers.maxPool(x, Window.square(2, 2), true);
        x = layers.convolutionPrelu(x, "conv4", "prelu4", 128, Window.square(2)); // [N, 128, 3, 3]
        x = layers.prelu(layers.linear(layers.flattenColumnsFirst(x, 3 * 3), "dense5", 256), "prelu5");
        return List.of(layers.linear(x, "dense6_2", 4), layers.linear(x, "dense6_3", 10),
                layers.softmax(layers.linear(x, "dense6_1", 2)));
    }
}
