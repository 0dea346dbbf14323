package org.faceunlock.demo.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.faceunlock.image.ImageFolder;
import org.faceunlock.image.PhotoReader;
import org.faceunlock.image.RgbImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folders faces and faces_test of the project. */
class ShippedPeopleTest {

    @TempDir
    private Path folder;

    @Test
    void threePeopleAreInEightPhotosAndOneOfThemIsMe() {
        ImageFolder faces = ImageFolder.of(Path.of("faces"));
        assertThat(faces.people()).containsExactly("amara", "bruno", "me");
        assertThat(faces.people().stream().map(person -> faces.person(person).size())).containsExactly(3, 2, 3);
    }

    @Test
    void thePhotosTakeLessThanThreeMegabytes() throws IOException {
        long bytes = 0;
        for (String name : List.of("faces", "faces_test")) {
            try (Stream<Path> files = Files.walk(Path.of(name))) {
                bytes += files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
            }
        }
        assertThat(bytes).isLessThan(3_000_000);
    }

    @Test
    void thePhotosAreWhatTheRendererDraws() throws IOException {
        for (Path written : ShippedPeople.write(folder)) {
            ImageFolder drawn = ImageFolder.of(written);
            ImageFolder shipped = ImageFolder.of(Path.of(written.getFileName().toString()));
            assertThat(drawn.size()).isEqualTo(shipped.size());
            for (int i = 0; i < drawn.size(); i++) {
                assertThat(difference(read(drawn, i), read(shipped, i)))
                        .as("mean difference in grey levels of " + shipped.photos().get(i)).isLessThan(1);
            }
        }
    }

    private static RgbImage read(ImageFolder folder, int photo) {
        return PhotoReader.DEFAULT.read(folder.photos().get(photo).file());
    }

    private static double difference(RgbImage a, RgbImage b) {
        byte[] first = a.toBytes();
        byte[] second = b.toBytes();
        assertThat(first).hasSameSizeAs(second);
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += Math.abs((first[i] & 0xff) - (second[i] & 0xff));
        }
        return sum / first.length;
    }
}
