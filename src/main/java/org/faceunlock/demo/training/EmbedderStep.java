package org.faceunlock.demo.training;

/**
 * What one step of an embedder's training is to do.
 *
 * @param margin by how much a partner's cosine must win, 0 to 1
 * @param traitsWeight how much the numbers count that are known of people, at least 0
 * @param centresWeight how much it counts to tell a photo's person from all others, at least 0
 * @param rate the learning rate, above 0
 */
public record EmbedderStep(double margin, double traitsWeight, double centresWeight, double rate) {

    public EmbedderStep {
        if (!(margin >= 0 && margin <= 1 && traitsWeight >= 0 && centresWeight >= 0 && rate > 0)) {
            throw new IllegalArgumentException(
                    "step: expected a margin of 0 to 1, weights of at least 0, a rate above 0, found %s, %s, %s and %s"
                            .formatted(margin, traitsWeight, centresWeight, rate));
        }
    }
}
