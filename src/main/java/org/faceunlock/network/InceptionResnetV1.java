package org.faceunlock.network;

import java.util.List;
import org.faceunlock.checkpoint.StateDict;

/**
 * InceptionResnetV1, the network that turns a face into an embedding, at full or reduced width.
 *
 * <p>{@code [N, 3, 160, 160]} standardised faces to L2-normalised embeddings {@code [N, 512]}, or to logits
 * {@code [N, classes]} when it classifies. Source: Szegedy et al. 2016 (arXiv 1602.07261) with the block counts, scales
 * and layer names of facenet-pytorch, models/inception_resnet_v1.py.
 */
final class InceptionResnetV1 implements NetworkDefinition {

    private static final int FIRST_CHANNELS = 32;
    private static final double DROPOUT = 0.6; // the default of facenet-pytorch's dropout_prob

    private final double width;
    private final int classes;
    private final double dropout;

    /**
     * @param width share of the published channel counts, above 0; 1 for the published weights
     * @param classes how many people the logits tell apart; 0 for embeddings
     */
    InceptionResnetV1(double width, int classes) {
        this(width, classes, DROPOUT);
    }

    private InceptionResnetV1(double width, int classes, double dropout) {
        this.width = width;
        this.classes = classes;
        this.dropout = dropout;
    }

    double width() {
        return width;
    }

    /** The same network, trained with every number in place: a narrow one has none to spare. */
    InceptionResnetV1 withoutDropout() {
        return new InceptionResnetV1(width, classes, 0);
    }

    /** The network that fits these parameters: the width is read off the first convolution. */
    static InceptionResnetV1 fitting(StateDict states, boolean classify) {
        int first = firstAxis(states, "conv2d_1a.conv.weight");
        return new InceptionResnetV1((double) first / FIRST_CHANNELS, classify ? firstAxis(states,
                "logits.weight") : 0);
    }

    private static int firstAxis(StateDict states, String name) {
        return states.find(name).filter(tensor -> tensor.shape().length > 0).map(tensor -> tensor.shape()[0])
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s: expected a parameter %s, found none among %s; is this an InceptionResnetV1 checkpoint?"
                                .formatted(states.source(), name, states.tensors().size())));
    }

    @Override
    public List<Activation> describe(LayerBuilder layers) {
        Activation x = stem(layers, layers.input(3, 160));
        for (int block = 0; block < 5; block++) {
            x = block35(layers, x, "repeat_1." + block);
        }
        x = layers.tap("mixed_6a", mixed6a(layers, layers.tap("repeat_1", x)));
        for (int block = 0; block < 10; block++) {
            x = block17(layers, x, "repeat_2." + block);
        }
        x = layers.tap("mixed_7a", mixed7a(layers, layers.tap("repeat_2", x)));
        for (int block = 0; block < 5; block++) {
            x = block8(layers, x, "repeat_3." + block, 0.20, true);
        }
        x = layers.tap("block8", block8(layers, layers.tap("repeat_3", x), "block8", 1.0, false));
        x = layers.dropout(layers.tap("avgpool_1a", layers.globalMean(x)), dropout);
        x = layers.tap("last_bn", layers.linearNorm(x, "last_linear", "last_bn", Network.EMBEDDING_SIZE));
        return List.of(classes > 0 ? layers.linear(x, "logits", classes) : layers.normalise(x));
    }

    private Activation stem(LayerBuilder layers, Activation image) {
        Activation x = layers.convolutionNormRelu(image, "conv2d_1a", channels(FIRST_CHANNELS), Window.square(3, 2));
        layers.tap("conv2d_1a", x);
        x = layers.convolutionNormRelu(x, "conv2d_2a", channels(32), Window.square(3));
        x = layers.convolutionNormRelu(x, "conv2d_2b", channels(64), Window.same(3, 3));
        x = layers.maxPool(x, Window.square(3, 2), false);
        x = layers.convolutionNormRelu(x, "conv2d_3b", channels(80), Window.square(1));
        x = layers.convolutionNormRelu(x, "conv2d_4a", channels(192), Window.square(3));
        return layers.tap("conv2d_4b", layers.convolutionNormRelu(x, "conv2d_4b", channels(256), Window.square(3, 2)));
    }

    private Activation block35(LayerBuilder layers, Activation x, String name) {
        int inner = channels(32);
        Activation one = layers.convolutionNormRelu(x, name + ".branch0", inner, Window.square(1));
        Activation two = layers.convolutionNormRelu(x, name + ".branch1.0", inner, Window.square(1));
        two = layers.convolutionNormRelu(two, name + ".branch1.1", inner, Window.same(3, 3));
        Activation three = layers.convolutionNormRelu(x, name + ".branch2.0", inner, Window.square(1));
        three = layers.convolutionNormRelu(three, name + ".branch2.1", inner, Window.same(3, 3));
        three = layers.convolutionNormRelu(three, name + ".branch2.2", inner, Window.same(3, 3));
        return layers.residual(x, layers.concatenate(one, two, three), name + ".conv2d", 0.17, true);
    }

    private Activation block17(LayerBuilder layers, Activation x, String name) {
        int inner = channels(128);
        Activation one = layers.convolutionNormRelu(x, name + ".branch0", inner, Window.square(1));
        Activation two = layers.convolutionNormRelu(x, name + ".branch1.0", inner, Window.square(1));
        two = layers.convolutionNormRelu(two, name + ".branch1.1", inner, Window.same(1, 7));
        two = layers.convolutionNormRelu(two, name + ".branch1.2", inner, Window.same(7, 1));
        return layers.residual(x, layers.concatenate(one, two), name + ".conv2d", 0.10, true);
    }

    private Activation block8(LayerBuilder layers, Activation x, String name, double scale, boolean relu) {
        int inner = channels(192);
        Activation one = layers.convolutionNormRelu(x, name + ".branch0", inner, Window.square(1));
        Activation two = layers.convolutionNormRelu(x, name + ".branch1.0", inner, Window.square(1));
        two = layers.convolutionNormRelu(two, name + ".branch1.1", inner, Window.same(1, 3));
        two = layers.convolutionNormRelu(two, name + ".branch1.2", inner, Window.same(3, 1));
        return layers.residual(x, layers.concatenate(one, two), name + ".conv2d", scale, relu);
    }

    private Activation mixed6a(LayerBuilder layers, Activation x) {
        Activation one = layers.convolutionNormRelu(x, "mixed_6a.branch0", channels(384), Window.square(3, 2));
        Activation two = layers.convolutionNormRelu(x, "mixed_6a.branch1.0", channels(192), Window.square(1));
        two = layers.convolutionNormRelu(two, "mixed_6a.branch1.1", channels(192), Window.same(3, 3));
        two = layers.convolutionNormRelu(two, "mixed_6a.branch1.2", channels(256), Window.square(3, 2));
        return layers.concatenate(one, two, layers.maxPool(x, Window.square(3, 2), false));
    }

    private Activation mixed7a(LayerBuilder layers, Activation x) {
        Activation one = layers.convolutionNormRelu(x, "mixed_7a.branch0.0", channels(256), Window.square(1));
        one = layers.convolutionNormRelu(one, "mixed_7a.branch0.1", channels(384), Window.square(3, 2));
        Activation two = layers.convolutionNormRelu(x, "mixed_7a.branch1.0", channels(256), Window.square(1));
        two = layers.convolutionNormRelu(two, "mixed_7a.branch1.1", channels(256), Window.square(3, 2));
        Activation three = layers.convolutionNormRelu(x, "mixed_7a.branch2.0", channels(256), Window.square(1));
        three = layers.convolutionNormRelu(three, "mixed_7a.branch2.1", channels(256), Window.same(3, 3));
        three = layers.convolutionNormRelu(three, "mixed_7a.branch2.2", channels(256), Window.square(3, 2));
        return layers.concatenate(one, two, three, layers.maxPool(x, Window.square(3, 2), false));
    }

    private int channels(int published) {
        return Math.max(1, (int) Math.round(published * width));
    }
}
