package org.faceunlock.network;

import ai.djl.engine.EngineException;
import java.util.Arrays;
import java.util.List;
import org.faceunlock.checkpoint.StateTensor;

/**
 * Whether libtorch has oneDNN's convolutions with packed weights and post-ops, and has them right: tried once.
 *
 * <p>Tried on x86-64 only; elsewhere oneDNN is another library's dress (Arm) or missing (macOS).
 */
final class PackedConvolutions {

    private static final int CHANNELS = 23; // no multiple of a vector's length: weights need padding

    private static final class Trial {
        private static final boolean PASSED = System.getProperty("os.arch").matches("amd64|x86_64")
                && TorchEngine.start().startsWith("oneDNN") && areRight();
    }

    private PackedConvolutions() {
    }

    /** Loads libtorch on the first call. */
    static boolean work() {
        return Trial.PASSED;
    }

    /** Whether a packed convolution of ones with ones, plus the ones, is exact. */
    private static boolean areRight() {
        NetworkDefinition sums = layers -> {
            Activation x = layers.input(CHANNELS, 3);
            return List.of(layers.residual(x, x, "sums", 1, true));
        };
        ParameterSource ones = (name, shape) -> {
            float[] values = new float[Arrays.stream(shape).reduce(1, Math::multiplyExact)];
            Arrays.fill(values, 1);
            return StateTensor.of(values, shape);
        };
        float[] image = ones.get("", CHANNELS * 3 * 3).toFloats();
        try (Network network = Network.load(sums, ones, NetworkForm.FOLDED, List.of(), true)) {
            FloatTensor y = network.run(FloatTensor.wrap(image, 1, CHANNELS, 3, 3)).get(0);
            for (int i = 0; i < y.size(); i++) {
                if (y.get(i) != CHANNELS + 1 + 1) { // the sum, the bias, the summand
                    return false;
                }
            }
            return true;
        } catch (IllegalStateException | EngineException e) {
            return false; // a libtorch without these operators
        }
    }
}
