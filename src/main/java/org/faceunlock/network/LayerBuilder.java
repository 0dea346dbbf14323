package org.faceunlock.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes a network's forward method in TorchScript, layer by layer, and collects the tensors that it uses.
 *
 * <p>Each method appends one layer and returns what comes out of it. In the folded forms a batch normalisation becomes
 * part of the convolution or linear layer before it, w' = w g / sqrt(v + eps), b' = beta + (b - m) g / sqrt(v + eps),
 * and so does the scale of a residual branch. Packed, the weights of convolutions are brought once, by the script's
 * other method, into the order in which oneDNN reads them, and oneDNN itself adds and rectifies. Not thread-safe.
 */
final class LayerBuilder {

    /**
     * Epsilon of every batch normalisation of the published networks (facenet-pytorch, models/inception_resnet_v1.py).
     */
    static final double BATCH_NORM_EPSILON = 0.001;

    private static final int FLOAT32 = 6; // c10::ScalarType
    private static final int BFLOAT16 = 15;
    private static final int CHANNELS_LAST = 2; // c10::MemoryFormat
    private static final int VECTOR = 16; // float32 in a register of AVX-512, and twice that of AVX2

    private final NetworkForm form;
    private final ParameterSource parameters;
    private final boolean packed;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder packing = new StringBuilder();
    private final ScriptAttributes attributes;
    private final Map<String, Activation> taps = new LinkedHashMap<>();
    private int activations;

    /**
     * Describes a network in a form.
     *
     * @param packed whether libtorch has oneDNN's own convolutions: see {@link PackedConvolutions}
     */
    LayerBuilder(NetworkForm form, ParameterSource parameters, boolean packed) {
        this.form = form;
        this.parameters = parameters;
        this.packed = packed && form.folds();
        this.attributes = new ScriptAttributes(form);
    }

    /**
     * The network's input, {@code [N, channels, h, w]} float32, brought into the form's memory layout and precision.
     *
     * @param side a usual height and width, for which weights are packed
     */
    Activation input(int channels, int side) {
        Activation x = new Activation("x", channels);
        packing.append("    x = torch.zeros([1, %s, %s, %s], dtype=None, layout=None, device=None, pin_memory=None)\n"
                .formatted(channels, side, side));
        if (form.folds()) {
            x = append(channels, "torch.contiguous(%s, memory_format=%s)", x.name(), CHANNELS_LAST);
        }
        return form == NetworkForm.FOLDED_BFLOAT16 ? append(channels, "torch.to(%s, %s)", x.name(), BFLOAT16) : x;
    }

    /** Convolution with a bias, parameters {@code name.weight} and {@code name.bias}. */
    Activation convolution(Activation x, String name, int channels, Window window) {
        Affine affine = Affine.of(parameters, name, channels, x.channels(), window.height(), window.width());
        return convolution(x, name, affine.padded(channels, x.stored()), window, PostOps.NONE);
    }

    /** The end of a residual block: x plus a constant times a 1x1 convolution of its branches, then ReLU or nothing. */
    Activation residual(Activation x, Activation branches, String name, double scale, boolean relu) {
        Affine affine = Affine.of(parameters, name, x.channels(), branches.channels(), 1, 1);
        Window window = Window.square(1);
        if (form.folds()) {
            return convolution(branches, name, affine.scaled(scale), window, PostOps.add(x, relu));
        }
        Activation y = convolution(branches, name, affine, window, PostOps.NONE);
        Activation sum = append(x.channels(), "torch.add(torch.mul(%s, %s), %s)", y.name(), scale, x.name());
        return relu ? relu(sum) : sum;
    }

    /** Convolution without a bias, batch normalisation, ReLU: {@code name.conv.weight}, {@code name.bn.*}. */
    Activation convolutionNormRelu(Activation x, String name, int channels, Window window) {
        Affine affine = Affine.withoutBias(parameters, name + ".conv", channels, x.channels(), window.height(),
                window.width());
        BatchNorm norm = BatchNorm.of(parameters, name + ".bn", channels);
        if (form.folds()) {
            return convolution(x, name, affine.then(norm), window, PostOps.RELU);
        }
        return relu(batchNorm(convolution(x, name + ".conv", affine, window, PostOps.NONE), name + ".bn", norm));
    }

    /**
     * Convolution with a bias, then a scale and a shift for each channel, as dlib leaves a batch normalisation: {@code
     * name.conv.*}, {@code name.scale.weight}, {@code name.scale.bias}. Folded in every form: nothing trains it here.
     */
    Activation convolutionScale(Activation x, String name, int channels, Window window, PostOps after) {
        Affine affine = Affine.of(parameters, name + ".conv", channels, x.channels(), window.height(), window.width());
        FloatTensor scale = FloatTensor.wrap(parameters.get(name + ".scale.weight", channels).toFloats(), channels);
        FloatTensor shift = FloatTensor.wrap(parameters.get(name + ".scale.bias", channels).toFloats(), channels);
        return convolution(x, name, affine.scaledAndShifted(scale, shift), window, after);
    }

    private Activation convolution(Activation x, String name, Affine affine, Window window, PostOps after) {
        ConvolutionCall call = new ConvolutionCall(x, attributes.weight(name, affine), attributes.bias(name, affine),
                window, after);
        if (packed) {
            packing.append("    ").append(call.packing()).append('\n');
        }
        return append(affine.outputs(), "%s", packed ? call.packed() : call.plain());
    }

    /** Linear layer with a bias on {@code [N, channels]}. */
    Activation linear(Activation x, String name, int outputs) {
        return linear(x, name, Affine.of(parameters, name, outputs, x.channels()));
    }

    /** Linear layer without a bias on {@code [N, channels]}. */
    Activation linearWithoutBias(Activation x, String name, int outputs) {
        return linear(x, name, Affine.withoutBias(parameters, name, outputs, x.channels()));
    }

    /** Linear layer without a bias, then batch normalisation. */
    Activation linearNorm(Activation x, String linear, String norm, int outputs) {
        Affine affine = Affine.withoutBias(parameters, linear, outputs, x.channels());
        BatchNorm batchNorm = BatchNorm.of(parameters, norm, outputs);
        if (form.folds()) {
            return linear(x, linear, affine.then(batchNorm));
        }
        return batchNorm(linear(x, linear, affine), norm, batchNorm);
    }

    private Activation linear(Activation x, String name, Affine affine) {
        return append(affine.outputs(), "torch.linear(%s, %s, %s)", toFloat(x), attributes.fullWeight(name, affine),
                attributes.fullBias(name, affine));
    }

    private Activation batchNorm(Activation x, String name, BatchNorm norm) {
        return append(x.channels(), "torch.batch_norm(%s, %s, %s, %s, %s, self.training, 0.1, %s, True)", x.name(),
                attributes.parameter(name + ".weight", norm.scale()), attributes.parameter(name + ".bias",
                norm.shift()),
                attributes.buffer(name + ".running_mean", norm.mean()), attributes.buffer(name + ".running_var",
                norm.variance()),
                BATCH_NORM_EPSILON);
    }

    Activation relu(Activation x) {
        return append(x.channels(), "torch.relu(%s)", x.name());
    }

    /**
     * Convolution with a bias, then {@link #prelu}. In the folded forms zeros fill its channels up to whole vectors of
     * the processor: the layers that go over 10 channels pixel by pixel take five times as long as those over 16.
     */
    Activation convolutionPrelu(Activation x, String name, String prelu, int channels, Window window) {
        Affine affine = Affine.of(parameters, name, channels, x.channels(), window.height(), window.width());
        int stored = form.folds() ? (channels + VECTOR - 1) / VECTOR * VECTOR : channels;
        Activation y = convolution(x, name, affine.padded(stored, x.stored()), window, PostOps.NONE);
        return prelu(new Activation(y.name(), channels, stored), prelu);
    }

    /** max(0, x) + a min(0, x) with one a for each channel. */
    Activation prelu(Activation x, String name) {
        float[] slopes = parameters.get(name + ".weight", x.channels()).toFloats();
        FloatTensor all = FloatTensor.wrap(Arrays.copyOf(slopes, x.stored()), x.stored());
        return alike(x, append(x.channels(), "torch.prelu(%s, %s)", x.name(),
                attributes.parameter(name + ".weight", all)));
    }

    private static Activation alike(Activation x, Activation y) {
        return new Activation(y.name(), x.channels(), x.stored());
    }

    /** Maximum over windows; {@code ceil}: a last window that hangs over the edge counts. */
    Activation maxPool(Activation x, Window window, boolean ceil) {
        return alike(x, append(x.channels(), "torch.max_pool2d(%s, [%s, %s], [%4$s, %4$s], [0, 0], [1, 1], %5$s)",
                x.name(), window.height(), window.width(), window.stride(), ceil ? "True" : "False"));
    }

    /** Mean over windows that lie inside. */
    Activation averagePool(Activation x, Window window) {
        return append(x.channels(), "torch.avg_pool2d(%s, [%s, %s], [%4$s, %4$s], [0, 0], False, True, None)", x.name(),
                window.height(), window.width(), window.stride());
    }

    /** Channels of zeros after those that are there. */
    Activation padChannels(Activation x, int channels) {
        return channels == x.channels() ? x
                : append(channels, "torch.constant_pad_nd(%s, [0, 0, 0, 0, 0, %s], 0.)", x.name(),
                channels - x.channels());
    }

    /** A row of zeros below and a column of zeros right. */
    Activation padEdges(Activation x) {
        return append(x.channels(), "torch.constant_pad_nd(%s, [0, 1, 0, 1], 0.)", x.name());
    }

    /** Mean over all pixels, {@code [N, channels]}, float32 in every form. */
    Activation globalMean(Activation x) {
        return append(x.channels(), "torch.mean(%s, [2, 3])", toFloat(x));
    }

    /** Zeroes a share of the numbers while training; nothing otherwise. */
    Activation dropout(Activation x, double share) {
        return form == NetworkForm.PLAIN ? append(x.channels(), "torch.dropout(%s, %s, self.training)", x.name(),
                share) : x;
    }

    Activation concatenate(Activation... parts) {
        String names = List.of(parts).stream().map(Activation::name).collect(Collectors.joining(", "));
        int channels = List.of(parts).stream().mapToInt(Activation::channels).sum();
        return append(channels, "torch.cat([%s], 1)", names);
    }

    Activation add(Activation a, Activation b) {
        return append(a.channels(), "torch.add(%s, %s)", a.name(), b.name());
    }

    /**
     * {@code [N, channels, h, w]} to {@code [N, w * h * channels]}, columns first: the order of MTCNN's dense layers.
     */
    Activation flattenColumnsFirst(Activation x, int pixels) {
        return append(x.channels() * pixels, "torch.flatten(torch.permute(%s, [0, 3, 2, 1]), 1, -1)", x.name());
    }

    Activation softmax(Activation x) {
        return append(x.channels(), "torch.softmax(%s, 1)", x.name());
    }

    /** Each row divided by its Euclidean length, which counts as at least 1e-12. */
    Activation normalise(Activation x) {
        return append(x.channels(),
                "torch.div(%1$s, torch.clamp_min(torch.norm(%1$s, 2, [1], True), 9.9999999999999998e-13))",
                x.name());
    }

    /** Gives a layer's output a name under which {@link Network#load} can make it an output of the network. */
    Activation tap(String name, Activation x) {
        taps.put(name, x);
        return x;
    }

    /** The script of this network, with the outputs given and after them the taps of these names. */
    Script finish(List<Activation> outputs, List<String> tapNames) {
        List<String> names = new ArrayList<>(outputs.stream().map(this::toFloat).toList());
        for (String tap : tapNames) {
            if (!taps.containsKey(tap)) {
                throw new IllegalArgumentException("tap: expected one of %s, found %s".formatted(taps.keySet(), tap));
            }
            names.add(toFloat(taps.get(tap)));
        }
        return new Script(text.toString(), names, attributes.tensors(),
                packed ? Optional.of(packing.toString()) : Optional.empty());
    }

    private String toFloat(Activation x) {
        return form == NetworkForm.FOLDED_BFLOAT16 ? "torch.to(%s, %s)".formatted(x.name(), FLOAT32) : x.name();
    }

    private Activation append(int channels, String layer, Object... arguments) {
        Activation y = new Activation("v" + activations++, channels);
        String line = "    %s = %s\n".formatted(y.name(), String.format(Locale.ROOT, layer, arguments));
        text.append(line);
        packing.append(line);
        return y;
    }
}
