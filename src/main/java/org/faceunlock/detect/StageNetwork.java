package org.faceunlock.detect;

import java.util.List;
import org.faceunlock.network.FloatTensor;

/**
 * One of the cascade's three networks, as far as the cascade is concerned. Must be safe to call from several threads.
 *
 * <p>Input is {@code [n, 3, height, width]}, standardised to (v - 127.5) / 128. Outputs, in this order:
 * P-Net {@code [n, 4, h, w]} regression and {@code [n, 2, h, w]} probabilities; R-Net {@code [n, 4]} and
 * {@code [n, 2]}; O-Net {@code [n, 4]}, {@code [n, 10]} landmarks (five x, then five y) and {@code [n, 2]}. Of two
 * probabilities, the second is that of a face.
 */
@FunctionalInterface
interface StageNetwork extends AutoCloseable {

    List<FloatTensor> run(FloatTensor input);

    @Override
    default void close() {}
}
