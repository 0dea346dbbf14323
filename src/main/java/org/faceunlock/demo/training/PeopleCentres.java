package org.faceunlock.demo.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import org.faceunlock.checkpoint.StateDict;
import org.faceunlock.checkpoint.StateTensor;
import org.faceunlock.network.Network;
import org.faceunlock.network.ParameterSource;

/**
 * Where the people of a training lie among the embeddings: for each a direction that follows the embeddings of his or
 * her photos. For one thread.
 *
 * <p>A photo has to tell its own person's centre from those of all people met so far. That is a harder question than
 * to tell a partner from a batch of others, and a steadier one, since a centre stands for several photos. Centres are
 * not learned by gradients, they follow, as in center loss (Wen et al. 2016, ECCV); a person who was not met yet has
 * none.
 */
final class PeopleCentres {

    private static final String NAME = "centres";
    private static final int SIZE = Network.EMBEDDING_SIZE;
    /** How far a centre moves towards a photo's embedding. */
    private static final float FOLLOWS = 0.5f;
    private static final float NEVER = -1e4f;

    private final int people;
    private final float[] centres;

    PeopleCentres(int people) {
        this(people, new float[people * SIZE]);
    }

    private PeopleCentres(int people, float[] centres) {
        this.people = people;
        this.centres = centres;
    }

    /** The centres as a snapshot has them. */
    static PeopleCentres resume(int people, StateDict snapshot) {
        return new PeopleCentres(people, ParameterSource.of(snapshot).get(NAME, people, SIZE).toFloats());
    }

    /** The centres under the name that {@link #resume} looks for. */
    Map<String, StateTensor> states() {
        return Map.of(NAME, StateTensor.of(centres, people, SIZE));
    }

    /**
     * The cross-entropy of the scaled cosines with all centres, the own one's being lessened by a margin (CosFace, Wang
     * et al. 2018, arXiv 1801.09414); the mean over the photos of people met before, 0 if there is none.
     *
     * @param embeddings {@code [N, 512]}, unit vectors
     * @param labels whom each shows
     */
    NDArray centreSoftmaxLoss(NDArray embeddings, int[] labels, float scale, float margin, NDManager scope) {
        float[] absent = new float[people];
        for (int person = 0; person < people; person++) {
            absent[person] = met(person) ? 0 : NEVER;
        }
        float[] own = new float[labels.length * people];
        int known = 0;
        for (int i = 0; i < labels.length; i++) {
            if (met(labels[i])) {
                own[i * people + labels[i]] = 1;
                known++;
            }
        }
        NDArray mine = scope.create(own, new Shape(labels.length, people)); // [N, people]
        NDArray all = scope.create(centres, new Shape(people, SIZE));
        NDArray logits = embeddings.matMul(all.transpose()).mul(scope.create(scale)).add(scope.create(absent))
                .sub(mine.mul(scope.create(scale * margin)));
        return logits.logSoftmax(1).mul(mine).sum().div(scope.create((float) -Math.max(1, known)));
    }

    /** Moves the centres of these people towards their photos' embeddings, {@code [N, 512]}. */
    void update(int[] labels, float[] embeddings) {
        for (int i = 0; i < labels.length; i++) {
            int at = labels[i] * SIZE;
            float share = met(labels[i]) ? FOLLOWS : 1;
            double square = 0;
            for (int k = 0; k < SIZE; k++) {
                centres[at + k] += share * (embeddings[i * SIZE + k] - centres[at + k]);
                square += (double) centres[at + k] * centres[at + k];
            }
            float inverse = (float) (1 / Math.sqrt(Math.max(1e-12, square)));
            for (int k = 0; k < SIZE; k++) {
                centres[at + k] *= inverse;
            }
        }
    }

    /** A unit vector has a number that is not 0. */
    private boolean met(int person) {
        for (int k = person * SIZE; k < (person + 1) * SIZE; k++) {
            if (centres[k] != 0) {
                return true;
            }
        }
        return false;
    }
}
