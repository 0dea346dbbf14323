package org.faceunlock.demo.training;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.faceunlock.checkpoint.StateTensor;
import org.faceunlock.network.ParameterSource;

/**
 * Numbers to start training with, the same for the same seed on every machine.
 *
 * <p>Weights are normal with variance 2 / fan-in (He et al. 2015), slopes of a PReLU 0.25, scales and variances of a
 * batch normalisation 1, everything else 0. So is the convolution that ends a residual branch: the network begins
 * shallow, which it learns faster from (Goyal et al. 2017, arXiv 1706.02677, section 5.1).
 *
 * @param seed what tells one start from another
 */
public record InitialParameters(long seed) implements ParameterSource {

    private static final String END_OF_BRANCH = ".conv2d.weight";

    @Override
    public StateTensor get(String name, int... shape) {
        float[] values = new float[IntStream.of(shape).reduce(1, Math::multiplyExact)];
        if (name.endsWith(END_OF_BRANCH)) {
            return StateTensor.of(values, shape);
        }
        if (shape.length > 1) {
            fillNormal(values, name, Math.sqrt(2.0 * shape[0] / values.length));
        } else if (name.contains("prelu")) {
            Arrays.fill(values, 0.25f);
        } else if (name.endsWith("running_var") || name.endsWith("weight")) {
            Arrays.fill(values, 1f);
        }
        return StateTensor.of(values, shape);
    }

    private void fillNormal(float[] values, String name, double deviation) {
        CRC32 checksum = new CRC32();
        checksum.update(name.getBytes(StandardCharsets.UTF_8));
        SplittableRandom random = new SplittableRandom(seed ^ checksum.getValue() << 20);
        for (int i = 0; i < values.length; i++) { // Box and Muller's transform, one of the pair
            double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
            values[i] = (float) (deviation * radius * StrictMath.cos(2 * Math.PI * random.nextDouble()));
        }
    }
}
