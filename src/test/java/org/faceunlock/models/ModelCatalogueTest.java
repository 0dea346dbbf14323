package org.faceunlock.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ModelCatalogueTest {

    private final ModelCatalogue catalogue = ModelCatalogue.published();

    @Test
    void catalogueHasTheFourPublishedModels() {
        assertThat(catalogue.names()).containsExactly("mtcnn", "vggface2", "casia-webface", "dlib");
    }

    @Test
    void mtcnnIsThreeFilesOfTwoMegabytes() {
        assertThat(catalogue.get("mtcnn").files()).extracting(RemoteFile::fileName)
                .containsExactly("pnet.pt", "rnet.pt", "onet.pt");
        assertThat(catalogue.get("mtcnn").bytes()).isEqualTo(OptionalLong.of(1_990_986));
    }

    @Test
    void onlyCasiaWebfaceLacksAChecksum() {
        assertThat(catalogue.entries()).filteredOn(
                entry -> entry.files().stream().anyMatch(file -> file.sha256().isEmpty()))
                .extracting(ModelEntry::name).containsExactly("casia-webface");
    }

    @Test
    void unknownFileOfAModelIsAnErrorThatListsTheKnown() {
        assertThatThrownBy(() -> catalogue.get("mtcnn").file("qnet.pt"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pnet.pt, rnet.pt, onet.pt, pnet.tflite");
    }

    @Test
    void modelOfSeveralFilesHasNoOnlyFile() {
        assertThatThrownBy(() -> catalogue.get("mtcnn").onlyFile())
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("3 files");
    }

    @Test
    void articleHasEightFacesAndFourAttempts() {
        assertThat(ArticlePhotos.files()).hasSize(12);
        assertThat(ArticlePhotos.files()).filteredOn(file -> file.path().startsWith("faces/")).hasSize(8);
        assertThat(ArticlePhotos.files()).filteredOn(file -> file.path().startsWith("faces_test/")).hasSize(4);
    }

    @Test
    void addressOtherThanHttpsIsRefused() {
        assertThatThrownBy(() -> RemoteFile.unchecked("http://models.example/net.pt", "net.pt"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("https");
    }

    @Test
    void pathThatClimbsOutIsRefused() {
        assertThatThrownBy(() -> RemoteFile.unchecked("https://models.example/net.pt", "../net.pt"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("..");
    }

    @Test
    void checksumIsTakenInEitherCaseAndKeptInLower() {
        assertThat(new Sha256("AB".repeat(32)).hex()).isEqualTo("ab".repeat(32));
    }

    @Test
    void checksumOfTheWrongLengthIsRefused() {
        assertThatThrownBy(() -> new Sha256("ab")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("64");
    }
}
