package org.faceunlock.demo.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.faceunlock.checkpoint.StateDict;
import org.faceunlock.network.Network;
import org.faceunlock.network.TorchEngine;
import org.junit.jupiter.api.Test;

class PeopleCentresTest {

    private static final int SIZE = Network.EMBEDDING_SIZE;
    private static final float SCALE = 30;

    @Test
    void aCentreIsThePhotoFirstAndFollowsHalfWayAfterwards() {
        PeopleCentres centres = new PeopleCentres(2);
        centres.update(new int[] {1}, unit(0));
        assertThat(of(centres, 1)).startsWith(1, 0, 0);
        centres.update(new int[] {1}, unit(1));
        float half = (float) Math.sqrt(0.5);
        assertThat(of(centres, 1)[0]).isEqualTo(half, within(1e-6f));
        assertThat(of(centres, 1)[1]).isEqualTo(half, within(1e-6f));
        assertThat(of(centres, 0)).containsOnly(0);
    }

    @Test
    void whoWasNotMetYetCostsNothingAndIsNobodysOther() {
        PeopleCentres centres = new PeopleCentres(3);
        assertThat(loss(centres, unit(0), 0)).isZero();
        centres.update(new int[] {0}, unit(0));
        assertThat(loss(centres, unit(0), 0)).isEqualTo(0, within(1e-6));
        assertThat(loss(centres, unit(5), 2)).isZero();
    }

    /** -log(exp(30 (1 - 0.2)) / (exp(30 (1 - 0.2)) + exp(30 * 0))) and the like, by hand. */
    @Test
    void theLossIsTheCrossEntropyOverAllCentres() {
        PeopleCentres centres = new PeopleCentres(3);
        centres.update(new int[] {0, 1}, both(unit(0), unit(1)));
        assertThat(loss(centres, unit(0), 0)).isEqualTo(Math.log1p(Math.exp(-24)), within(1e-6));
        assertThat(loss(centres, unit(0), 1)).isEqualTo(36 + Math.log1p(Math.exp(-36)), within(1e-4));
    }

    @Test
    void aResumedOneKnowsTheSamePeople() {
        PeopleCentres centres = new PeopleCentres(3);
        centres.update(new int[] {2}, unit(7));
        PeopleCentres resumed = PeopleCentres.resume(3, new StateDict("test", centres.states()));
        assertThat(of(resumed, 2)).containsExactly(unit(7));
        assertThat(loss(resumed, unit(7), 0)).isZero();
    }

    private static float[] of(PeopleCentres centres, int person) {
        float[] all = centres.states().get("centres").toFloats();
        return Arrays.copyOfRange(all, person * SIZE, (person + 1) * SIZE);
    }

    private static double loss(PeopleCentres centres, float[] embedding, int person) {
        TorchEngine.start();
        try (NDManager scope = NDManager.newBaseManager(null, TorchEngine.NAME)) {
            return centres.centreSoftmaxLoss(scope.create(embedding, new Shape(1, SIZE)), new int[] {person}, SCALE,
                    0.2f,
                    scope).getFloat();
        }
    }

    private static float[] unit(int axis) {
        float[] values = new float[SIZE];
        values[axis] = 1;
        return values;
    }

    private static float[] both(float[] a, float[] b) {
        float[] values = Arrays.copyOf(a, 2 * SIZE);
        System.arraycopy(b, 0, values, SIZE, SIZE);
        return values;
    }
}
