package org.faceunlock.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.faceunlock.embed.Cosine;
import org.faceunlock.embed.Embeddings;
import org.junit.jupiter.api.Test;

class PairScoresTest {

    @Test
    void everyPairIsScoredOnceOnTheRightSide() {
        Embeddings faces = Planted.people(Planted.seeded(1), 5, 4, 0.5);
        List<Double> mated = new ArrayList<>();
        List<Double> nonMated = new ArrayList<>();
        for (int one = 0; one < faces.size(); one++) {
            for (int other = one + 1; other < faces.size(); other++) {
                boolean same = faces.face(one).person().equals(faces.face(other).person());
                (same ? mated : nonMated).add(Cosine.similarity(faces.get(one), faces.get(other)));
            }
        }
        VerificationScores scores = PairScores.of(faces).scores();
        assertThat(scores.mated()).containsExactly(mated.stream().mapToDouble(d -> d).sorted().toArray());
        assertThat(scores.nonMated()).containsExactly(nonMated.stream().mapToDouble(d -> d).sorted().toArray());
    }

    @Test
    void facesOfNobodyAreRefused() {
        Embeddings faces = Embeddings.of(List.of(Planted.face("a", 1, 1), Planted.face("", 2, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> PairScores.of(faces)).withMessageContaining("2.jpg");
    }

    @Test
    void noFaceMakesNoPair() {
        assertThat(PairScores.of(Embeddings.of(List.of())).size()).isZero();
    }

    @Test
    void fallingOrderPutsWhatHasNoSimilarityLast() {
        Embeddings faces = Embeddings.of(List.of(Planted.face("a", 1, 1, 0), Planted.face("a", 2, 0, 0),
                Planted.face("b", 1, 1, 1), Planted.face("b", 2, -1, 0)));
        PairScores pairs = PairScores.of(faces);
        int[] falling = pairs.falling();
        assertThat(pairs.similarity(falling[0])).isEqualTo(Cosine.similarity(faces.get(0), faces.get(2)));
        assertThat(pairs.similarity(falling[2])).isEqualTo(-1);
        assertThat(pairs.similarity(falling[3])).isNaN();
    }
}
