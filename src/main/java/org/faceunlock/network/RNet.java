package org.faceunlock.network;

import java.util.List;

/**
 * R-Net, the refinement network of MTCNN: judges what P-Net proposed.
 *
 * <p>{@code [N, 3, 24, 24]} to box regression {@code [N, 4]} and probabilities of no face and of a face {@code [N, 2]}.
 * Source: Zhang et al. 2016, figure 2; layer names of facenet-pytorch, models/mtcnn.py.
 */
final class RNet implements NetworkDefinition {

    @Override
    public List<Activation> describe(LayerBuilder layers) {
        Activation x = layers.input(3, 24);
        x = layers.convolutionPrelu(x, "conv1", "prelu1", 28, Window.square(3));
        x = layers.maxPool(x, Window.square(3, 2), true);
        x = layers.convolutionPrelu(x, "conv2", "prelu2", 48, Window.square(3));
        x = layers.maxPool(x, Window.square(3, 2), true);
        x = layers.convolutionPrelu(x, "conv3", "prelu3", 64, Window.square(2)); // [N, 64, 3, 3]
        x = layers.prelu(layers.linear(layers.flattenColumnsFirst(x, 3 * 3), "dense4", 128), "prelu4");
        return List.of(layers.linear(x, "dense5_2", 4), layers.softmax(layers.linear(x, "dense5_1", 2)));
    }
}
