package org.faceunlock.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.faceunlock.embed.Embeddings;
import org.faceunlock.embed.Threshold;
import org.faceunlock.evaluate.Identification.Identified;
import org.faceunlock.image.FaceStatus;
import org.faceunlock.pipeline.EmbeddedPhoto;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class IdentificationTest {

    private final Embeddings faces = Planted.people(Planted.seeded(1), 4, 6, 0.5);
    private final Embeddings gallery = Embeddings.of(IntStream.range(0, 18).filter(i -> i % 6 > 1)
            .mapToObj(faces::face).toList()); // p0 to p2, without their first two photos
    private final Identification people = Identification.of(gallery, Fusion.MEAN, Threshold.cosine(0.6));

    @Test
    void personOfTheGalleryIsNamedAndAStrangerIsUnknown() {
        for (int face = 0; face < 24; face += 6) {
            Identified identified = people.identify(EmbeddedPhoto.of(faces.face(face)));
            assertThat(identified.name()).isEqualTo(face < 18 ? faces.face(face).person() : Identification.UNKNOWN);
            assertThat(identified.candidates()).hasSize(3).isSortedAccordingTo(
                    (a, b) -> Double.compare(b.similarity(), a.similarity()));
        }
    }

    @Test
    void photoWithoutAFaceIsNobody() {
        Identified identified = people.identify(
                EmbeddedPhoto.without(Path.of("none.jpg"), "p0", FaceStatus.NO_FACE, "no face found"));
        assertThat(identified.name()).isEqualTo("no face");
        assertThat(identified.person()).isEmpty();
    }

    @Test
    void confusionCountsEachPhotoOnce() {
        Table table = Identification.confusion(List.of(0, 1, 6, 18, 19).stream()
                .map(i -> people.identify(EmbeddedPhoto.of(faces.face(i)))).toList());
        assertThat(table.columnNames()).containsExactly("photos of", "p0", "p1", "unknown");
        assertThat(table.stringColumn("p0").asList()).containsExactly("2", "0", "0");
        assertThat(table.stringColumn("unknown").asList()).containsExactly("0", "0", "2");
    }

    @Test
    void emptyGalleryIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(
                () -> Identification.of(Embeddings.of(List.of()), Fusion.MEAN, Threshold.cosine(0.5)));
    }

    @Test
    void unsortedFacesAreSortedIntoTheirPeople() {
        FaceClusters clusters = FaceClusters.of(faces, Threshold.cosine(0.55));
        assertThat(clusters.clusters()).hasSize(4).allSatisfy(cluster -> {
            assertThat(cluster.faces().people()).hasSize(1);
            assertThat(cluster.faces().size()).isEqualTo(6);
            assertThat(cluster.silhouette()).isBetween(0.5, 1.0);
        });
    }

    @Test
    void faceThatIsLikeNoOtherIsAClusterOfItsOwn() {
        FaceClusters clusters = FaceClusters.of(gallery, Threshold.cosine(1));
        assertThat(clusters.clusters()).hasSize(12).allMatch(cluster -> cluster.silhouette() == 0);
    }
}
