package org.faceunlock.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.pytorch.jni.LibUtils;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.faceunlock.checkpoint.FormulaWeights;
import org.faceunlock.checkpoint.StateTensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** libtorch's convolutions on this processor, against plain Java. */
class OneDnnTest {

    private static final int SIDE = 19;

    /** Weights of one convolution, {@code [outputs, inputs, height, width]}. */
    private record Kernel(int outputs, int inputs, int height, int width) {

        /** The outputs of one picture at one pixel. */
        double[] at(float[] x, int picture, int row, int column, float[] weights) {
            double[] sums = new double[outputs];
            for (int i = 0; i < weights.length; i++) {
                int h = row + i / width % height;
                int channel = picture * inputs + i / (width * height) % inputs;
                double value = x[(channel * SIDE + h) * SIDE + column + i % width];
                sums[i / (width * height * inputs)] += weights[i] * value;
            }
            return sums;
        }
    }

    /** Every convolution of the networks. */
    static Stream<Kernel> kernels() {
        Stream<NetworkDefinition> networks = Stream.of(new PNet(), new RNet(), new ONet(), new InceptionResnetV1(1, 0),
                new InceptionResnetV1(0.25, 0));
        return networks.flatMap(network -> kernels(network).stream()).distinct();
    }

    private static List<Kernel> kernels(NetworkDefinition network) {
        List<Kernel> kernels = new ArrayList<>();
        network.describe(new LayerBuilder(NetworkForm.PLAIN, (name, shape) -> {
            if (shape.length == 4) {
                kernels.add(new Kernel(shape[0], shape[1], shape[2], shape[3]));
            }
            return StateTensor.of(new float[IntStream.of(shape).reduce(1, Math::multiplyExact)], shape);
        }, false));
        return kernels;
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void convolutionsEqualPlainJava(Kernel kernel) {
        NetworkDefinition network = layers -> List.of(layers.convolution(layers.input(kernel.inputs(), SIDE), "conv",
                kernel.outputs(), new Window(kernel.height(), kernel.width(), 1, 0, 0)));
        float[] weights = FormulaWeights.tensor("conv.weight", kernel.outputs(), kernel.inputs(), kernel.height(),
                kernel.width()).toFloats();
        float[] biases = FormulaWeights.tensor("conv.bias", kernel.outputs()).toFloats();
        for (NetworkForm form : List.of(NetworkForm.PLAIN, NetworkForm.FOLDED)) {
            try (Network convolution = Network.load(network, new Formula(), form, List.of())) {
                for (int pictures : new int[] {1, 2, 8}) {
                    FloatTensor x = Formula.input("x", pictures, kernel.inputs(), SIDE, SIDE);
                    FloatTensor y = convolution.run(x).get(0);
                    double worst = 0;
                    for (int picture : new int[] {0, pictures - 1}) {
                        double[] expected = kernel.at(x.toArray(), picture, 5, 7, weights);
                        for (int channel = 0; channel < expected.length; channel++) {
                            int pixel = ((picture * y.size(1) + channel) * y.size(2) + 5) * y.size(3) + 7;
                            double difference = Math.abs(y.get(pixel) - expected[channel] - biases[channel]);
                            worst = difference <= worst ? worst : difference;
                        }
                    }
                    assertThat(worst).as("%s, %d pictures: largest difference", form, pictures).isLessThan(1e-4);
                }
            }
        }
    }

    @Test
    void convolutionsAreRightWithoutOneDnn() {
        boolean used = OneDnn.describe().startsWith("oneDNN");
        assumeTrue(OneDnn.enable("Mkldnn", false), "skipped: this libtorch names its functions otherwise");
        try {
            assertThat(usesOneDnn()).isFalse();
            assertThat(OneDnn.isRight(23)).isTrue();
        } finally {
            OneDnn.enable("Mkldnn", used);
        }
        assertThat(usesOneDnn()).isEqualTo(used);
    }

    private static boolean usesOneDnn() {
        NativeLibrary torch = NativeLibrary.getInstance(
                Path.of(LibUtils.getLibtorchPath(), System.mapLibraryName("torch_cpu")).toString());
        Pointer context = torch.getFunction("_ZN2at13globalContextEv").invokePointer(new Object[0]);
        return (torch.getFunction("_ZNK2at7Context17userEnabledMkldnnEv").invokeInt(new Object[] {context}) & 1) == 1;
    }

    @Test
    void partThatDoesNotExistIsNotSwitched() {
        TorchEngine.start();
        assertThat(OneDnn.enable("Nothing", false)).isFalse();
    }

    @Test
    void cachesOfOneByteAreFoundWhereverTheyStand() {
        int[] memory = new int[100];
        assertThat(OneDnn.places(memory)).isEmpty();
        for (int place : new int[] {0, 40, 79}) {
            Arrays.fill(memory, place, place + 3, 1);
            Arrays.fill(memory, place + 10, place + 13, 1);
            memory[place + 20] = 3;
        }
        assertThat(OneDnn.places(memory)).containsExactly(0, 40, 79);
    }

    @Test
    void cachesOfOtherSizesAreLeftAlone() {
        int[] memory = new int[21];
        Arrays.fill(memory, 0, 3, 1);
        Arrays.fill(memory, 10, 13, 1);
        memory[20] = 3;
        memory[1] = 1 << 20;
        assertThat(OneDnn.places(memory)).isEmpty();
    }
}
