package org.faceunlock.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PhotoLabelsTest {

    @Test
    void differentNamesStandAlone() {
        assertThat(labels("faces/me/1.jpg", "faces/you/2.jpg")).containsExactly("1.jpg", "2.jpg");
    }

    @Test
    void equalNamesBringAllTheirPersons() {
        assertThat(labels("faces/me/1.jpg", "faces/you/1.jpg", "faces/you/2.jpg"))
                .containsExactly("me/1.jpg", "you/1.jpg", "you/2.jpg");
    }

    @Test
    void asManyFoldersAreNamedAsTellThemApart() {
        assertThat(labels("faces/me/2019/1.jpg", "faces/you/2019/1.jpg", "3.jpg"))
                .containsExactly("me/2019/1.jpg", "you/2019/1.jpg", "3.jpg");
    }

    @Test
    void oneFileTwiceIsNumberedAndKeepsItsShortName() {
        assertThat(labels("faces/me/1.jpg", "faces/me/1.jpg")).containsExactly("1.jpg", "1.jpg (2)");
    }

    @Test
    void namesThatDifferInCaseOrAccentOnlyAreAlike() {
        assertThat(labels("me/A.jpg", "you/a.jpg")).containsExactly("me/A.jpg", "you/a.jpg");
        assertThat(labels("me/a.jpg", "me/A.JPG")).containsExactly("a.jpg", "A.JPG (2)");
        assertThat(labels("me/\u00eb.jpg", "me/e\u0308.jpg")).containsExactly("\u00eb.jpg", "e\u0308.jpg (2)");
    }

    @Test
    void pathsBeginInTheFolderThatHoldsAllPeople() {
        assertThat(within(List.of("me", "you", ""), "in/faces/me/1.jpg", "in/faces/you/2020/1.jpg", "in/faces/x.jpg"))
                .containsExactly("me/1.jpg", "you/2020/1.jpg", "x.jpg");
        assertThat(within(List.of("me", ""), "in/faces/me/1.jpg", "in/probes/1.jpg"))
                .containsExactly("faces/me/1.jpg", "probes/1.jpg");
    }

    @Test
    void theFolderOfOnePersonAloneIsNamed() {
        assertThat(within(List.of("me", "me"), "faces/me/1.jpg", "faces/me/2.jpg"))
                .containsExactly("me/1.jpg", "me/2.jpg");
        assertThat(within(List.of("me"), "me/faces/me/2020/1.jpg")).containsExactly("me/2020/1.jpg");
        assertThat(within(List.of(""), "me/faces/1.jpg")).containsExactly("1.jpg");
        assertThat(within(List.of())).isEmpty();
    }

    private static List<String> within(List<String> people, String... files) {
        return PhotoLabels.within(Stream.of(files).map(Path::of).toList(), people);
    }

    @Test
    void noFilesHaveNoLabels() {
        assertThat(PhotoLabels.of(List.of())).isEmpty();
    }

    @Test
    void aNumberThatIsTakenIsPassedOver() {
        assertThat(PhotoLabels.numbered(List.of("a", "a (2)", "a", "name"), Set.of("NAME")))
                .containsExactly("a", "a (2)", "a (3)", "name (2)");
    }

    private static List<String> labels(String... files) {
        return PhotoLabels.of(Stream.of(files).map(Path::of).toList());
    }
}
