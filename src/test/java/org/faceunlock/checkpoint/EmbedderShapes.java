package org.faceunlock.checkpoint;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Names and shapes of the parameters of InceptionResnetV1 with the 8631 classes of VGGFace2, in the order of its state
 * dict. Derived from the architecture: facenet-pytorch, models/inception_resnet_v1.py.
 */
final class EmbedderShapes {

    private final Map<String, int[]> shapes = new LinkedHashMap<>();

    private EmbedderShapes() {
    }

    static Map<String, int[]> all() {
        EmbedderShapes network = new EmbedderShapes();
        network.stem();
        for (int i = 0; i < 5; i++) {
            network.block35("repeat_1." + i);
        }
        network.reductionA();
        for (int i = 0; i < 10; i++) {
            network.block17("repeat_2." + i);
        }
        network.reductionB();
        for (int i = 0; i < 5; i++) {
            network.block8("repeat_3." + i);
        }
        network.block8("block8");
        network.shapes.put("last_linear.weight", new int[] {512, 1792});
        network.batchNorm("last_bn", 512);
        network.shapes.put("logits.weight", new int[] {8631, 512});
        network.shapes.put("logits.bias", new int[] {8631});
        return network.shapes;
    }

    private void stem() {
        convolution("conv2d_1a", 3, 32, 3, 3);
        convolution("conv2d_2a", 32, 32, 3, 3);
        convolution("conv2d_2b", 32, 64, 3, 3);
        convolution("conv2d_3b", 64, 80, 1, 1);
        convolution("conv2d_4a", 80, 192, 3, 3);
        convolution("conv2d_4b", 192, 256, 3, 3);
    }

    private void block35(String name) {
        convolution(name + ".branch0", 256, 32, 1, 1);
        convolution(name + ".branch1.0", 256, 32, 1, 1);
        convolution(name + ".branch1.1", 32, 32, 3, 3);
        convolution(name + ".branch2.0", 256, 32, 1, 1);
        convolution(name + ".branch2.1", 32, 32, 3, 3);
        convolution(name + ".branch2.2", 32, 32, 3, 3);
        projection(name, 96, 256);
    }

    private void block17(String name) {
        convolution(name + ".branch0", 896, 128, 1, 1);
        convolution(name + ".branch1.0", 896, 128, 1, 1);
        convolution(name + ".branch1.1", 128, 128, 1, 7);
        convolution(name + ".branch1.2", 128, 128, 7, 1);
        projection(name, 256, 896);
    }

    private void block8(String name) {
        convolution(name + ".branch0", 1792, 192, 1, 1);
        convolution(name + ".branch1.0", 1792, 192, 1, 1);
        convolution(name + ".branch1.1", 192, 192, 1, 3);
        convolution(name + ".branch1.2", 192, 192, 3, 1);
        projection(name, 384, 1792);
    }

    private void reductionA() {
        convolution("mixed_6a.branch0", 256, 384, 3, 3);
        convolution("mixed_6a.branch1.0", 256, 192, 1, 1);
        convolution("mixed_6a.branch1.1", 192, 192, 3, 3);
        convolution("mixed_6a.branch1.2", 192, 256, 3, 3);
    }

    private void reductionB() {
        convolution("mixed_7a.branch0.0", 896, 256, 1, 1);
        convolution("mixed_7a.branch0.1", 256, 384, 3, 3);
        convolution("mixed_7a.branch1.0", 896, 256, 1, 1);
        convolution("mixed_7a.branch1.1", 256, 256, 3, 3);
        convolution("mixed_7a.branch2.0", 896, 256, 1, 1);
        convolution("mixed_7a.branch2.1", 256, 256, 3, 3);
        convolution("mixed_7a.branch2.2", 256, 256, 3, 3);
    }

    /** A convolution without bias, then batch normalisation. */
    private void convolution(String name, int from, int to, int height, int width) {
        shapes.put(name + ".conv.weight", new int[] {to, from, height, width});
        batchNorm(name + ".bn", to);
    }

    private void projection(String name, int from, int to) {
        shapes.put(name + ".conv2d.weight", new int[] {to, from, 1, 1});
        shapes.put(name + ".conv2d.bias", new int[] {to});
    }

    private void batchNorm(String name, int channels) {
        for (String part : new String[] {"weight", "bias", "running_mean", "running_var"}) {
            shapes.put(name + "." + part, new int[] {channels});
        }
    }
}
