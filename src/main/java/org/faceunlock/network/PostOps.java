package org.faceunlock.network;

import java.util.Optional;

/**
 * What happens to each number that a convolution gives, in oneDNN's words its post-ops.
 *
 * @param summand is added to it, of the same shape
 * @param relu whether what is negative then becomes zero
 */
record PostOps(Optional<Activation> summand, boolean relu) {

    static final PostOps NONE = new PostOps(Optional.empty(), false);
    static final PostOps RELU = new PostOps(Optional.empty(), true);

    static PostOps add(Activation summand, boolean relu) {
        return new PostOps(Optional.of(summand), relu);
    }
}
