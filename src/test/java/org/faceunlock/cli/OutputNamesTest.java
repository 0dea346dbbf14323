package org.faceunlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.faceunlock.image.FaceOutcome;
import org.faceunlock.image.FaceSet;
import org.faceunlock.image.FaceStatus;
import org.faceunlock.image.PhotoResult;
import org.junit.jupiter.api.Test;

class OutputNamesTest {

    @Test
    void equalNamesOfTwoPeopleLieInTheirFolders() {
        assertThat(names("me in/me/1.jpg", "you in/you/1.jpg")).containsExactly("out/me/1.png", "out/you/1.png");
    }

    @Test
    void equalNamesOfOnePersonHaveTheirSubFolders() {
        assertThat(names("me in/me/2019/1.jpg", "me in/me/2020/1.jpg", "me in/me/2.jpg"))
                .containsExactly("out/me/2019_1.png", "out/me/2020_1.png", "out/me/me_2.png");
        assertThat(names(" x/1.jpg", " y/1.jpg")).containsExactly("out/x_1.png", "out/y_1.png");
    }

    @Test
    void namesThatDifferInTheirEndingOrInCaseOnlyAreNumbered() {
        assertThat(names("me me/1.jpg", "me me/1.png", "me me/a.jpg", "me me/A.gif"))
                .containsExactly("out/me/1.png", "out/me/1_2.png", "out/me/a.png", "out/me/A_2.png");
    }

    @Test
    void furtherFacesOfAPhotoAreNumbered() {
        FaceSet photos = rows("me me/1.jpg");
        OutputNames names = new OutputNames(Path.of("out"), photos);
        assertThat(List.of(names.next(photos.rows().get(0)), names.next(photos.rows().get(0))))
                .containsExactly(Path.of("out/me/1.png"), Path.of("out/me/1_2.png"));
    }

    private static List<String> names(String... photos) {
        FaceSet rows = rows(photos);
        OutputNames names = new OutputNames(Path.of("out"), rows);
        return rows.stream().map(row -> names.next(row).toString().replace('\\', '/')).toList();
    }

    /** Each of a person, a blank and a path. */
    private static FaceSet rows(String... photos) {
        return FaceSet.of(Stream.of(photos).map(photo -> photo.split(" ", 2)).map(photo -> new PhotoResult(
                Path.of(photo[1]), photo[0], 9, 9, FaceOutcome.without(FaceStatus.NO_FACE, List.of(), "none")))
                .toList());
    }
}
