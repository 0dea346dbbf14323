package org.faceunlock.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.faceunlock.embed.EmbeddedFace;
import org.faceunlock.embed.Embeddings;
import org.faceunlock.embed.Threshold;
import org.junit.jupiter.api.Test;

class RecommendedThresholdTest {

    private final Embeddings people = Planted.people(Planted.seeded(41), 8, 4, 0.5);

    @Test
    void photosThatAskForMoreThanTheNetworkAreHeeded() {
        RecommendedThreshold made = RecommendedThreshold.of(people, Threshold.cosine(-0.9));
        assertThat(made.threshold().value()).isBetween(0.2, 0.9);
        assertThat(made.reason()).contains("grey zone", "FMR at most 0.1 %", "32 comparisons of one person and 224");
    }

    @Test
    void networkThatAsksForMoreIsHeeded() {
        RecommendedThreshold made = RecommendedThreshold.of(people, Threshold.cosine(0.97));
        assertThat(made.threshold()).isEqualTo(Threshold.cosine(0.97));
        assertThat(made.reason()).contains("0.970: suggested for this network, and stricter");
    }

    @Test
    void photosOfNobodyAreStrangers() {
        List<EmbeddedFace> faces = new ArrayList<>(people.person("p0").faces());
        people.person("p1").faces().forEach(face -> faces.add(EmbeddedFace.of(Path.of(face.name()), "",
                face.embedding())));
        assertThat(RecommendedThreshold.of(Embeddings.of(faces), Threshold.cosine(-0.9)).reason())
                .contains("4 comparisons of one person and 4 of two");
    }

    @Test
    void onePersonAloneLeavesWhatIsSuggested() {
        RecommendedThreshold made = RecommendedThreshold.of(people.person("p0"), Threshold.cosine(0.8));
        assertThat(made.threshold()).isEqualTo(Threshold.cosine(0.8));
        assertThat(made.reason()).contains("too few");
    }
}
