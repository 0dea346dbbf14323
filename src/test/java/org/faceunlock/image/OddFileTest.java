package org.faceunlock.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and kinds of files that a folder of photos may hold: each photo has its row, and nothing hangs. */
class OddFileTest {

    private static final FaceDetector NOBODY =
            photo -> FaceOutcome.without(FaceStatus.NO_FACE, List.of(), "no face was found");
    private static final Duration LIMIT = Duration.ofSeconds(5);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"a b  c.jpg", "it's \"me\".jpg", "line\nfeed.jpg", "tab\t.jpg", "\u202Egpj.jpg",
        "\u0645\u0631\u062D\u0628\u0627.jpg", "\uD83D\uDE00\uD83D\uDC68\u200D\uD83D\uDC69.jpg", "-rf.jpg",
        "$(id).jpg", "%s%n.jpg", "a;b&c|d.jpg",
        "<script>alert(1)<\u2215script>.jpg", "e\u0301.jpg", "*.jpg", "\u001b[31m.jpg"})
    void aPhotoOfAnyNameHasItsRow(String name) throws IOException {
        Files.write(folder.resolve(name), PhotoCorpus.sound().get("plain.jpg"));
        assertThat(rows()).singleElement().satisfies(row -> {
            assertThat(row.file().getFileName()).hasToString(name);
            assertThat(row.outcome().status()).isEqualTo(FaceStatus.NO_FACE);
        });
    }

    @Test
    void theBytesCountAndNotTheEnding() throws IOException {
        Files.write(folder.resolve("a.png"), PhotoCorpus.sound().get("plain.jpg"));
        Files.write(folder.resolve("b.jpg"), PhotoCorpus.sound().get("lossy.webp"));
        Files.writeString(folder.resolve("c.gif"), "not a picture");
        Files.write(folder.resolve("d.bmp"), new byte[1000]);
        assertThat(rows()).extracting(row -> row.outcome().status()).containsExactly(
                FaceStatus.NO_FACE, FaceStatus.NO_FACE, FaceStatus.UNREADABLE, FaceStatus.UNREADABLE);
    }

    @Test
    void aFolderNamedLikeAPhotoIsAFolder() throws IOException {
        Files.createDirectories(folder.resolve("x.jpg"));
        Files.write(folder.resolve("x.jpg/a.jpg"), PhotoCorpus.sound().get("plain.jpg"));
        Files.createDirectories(folder.resolve("empty.jpg"));
        assertThat(rows()).extracting(PhotoResult::file).containsExactly(folder.resolve("x.jpg/a.jpg"));
    }

    @Test
    void aPipeIsLeftOutOfAFolderAndRefusedByName() throws Exception {
        Path pipe = folder.resolve("pipe.jpg");
        Files.write(folder.resolve("a.jpg"), PhotoCorpus.sound().get("plain.jpg"));
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "skipped: no mkfifo here");
        assertThat(rows()).extracting(PhotoResult::file).containsExactly(folder.resolve("a.jpg"));
        assertThat(row(pipe).outcome().reason()).contains("not a file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/zero", "/dev/stdin", "/dev/random"})
    void aDeviceIsRefusedByName(String device) {
        assumeTrue(Files.exists(Path.of(device)), "skipped: no " + device + " here");
        assertThat(row(Path.of(device)).outcome().reason()).isNotBlank();
    }

    @Test
    void linksThatLeadInACircleAreRowsThatSaySo() throws IOException {
        Files.createSymbolicLink(folder.resolve("a.jpg"), Path.of("b.jpg"));
        Files.createSymbolicLink(folder.resolve("b.jpg"), Path.of("a.jpg"));
        Files.createSymbolicLink(folder.resolve("gone.jpg"), Path.of("nowhere.jpg"));
        assertThat(rows()).hasSize(3).allMatch(row -> row.outcome().status() == FaceStatus.UNREADABLE);
        assertThat(rows().get(0).outcome().reason()).contains("circle");
    }

    @Test
    void aFileWithoutPermissionIsARowThatSaysSo() throws IOException {
        Path file = Files.write(folder.resolve("a.jpg"), PhotoCorpus.sound().get("plain.jpg"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        boolean mayReadAnything = Files.isReadable(file);
        if (mayReadAnything) {
            System.out.println("OddFileTest: permissions not tested, as this user may read everything (root)");
        }
        assumeTrue(!mayReadAnything, "skipped: this user may read everything (root)");
        assertThat(rows()).singleElement().satisfies(row ->
                assertThat(row.outcome().reason()).contains("permissions"));
    }

    @Test
    void aFileThatChangesWhileItIsReadIsAPhotoOrARefusal() throws Exception {
        byte[] whole = PhotoCorpus.sound().get("plain.png");
        Path file = Files.write(folder.resolve("a.png"), whole);
        Thread writer = new Thread(() -> {
            for (int i = 0; !Thread.currentThread().isInterrupted(); i++) {
                rewrite(file, Arrays.copyOf(whole, i % 2 == 0 ? whole.length : i % whole.length), i % 3 == 0);
            }
        });
        writer.start();
        try {
            for (int i = 0; i < 500; i++) {
                PhotoResult row = row(file);
                assertThat(row.width()).isIn(0, 120);
                assertThat(row.outcome().reason()).isNotBlank();
            }
        } finally {
            writer.interrupt();
            writer.join(TimeUnit.SECONDS.toMillis(10));
        }
    }

    private void rewrite(Path file, byte[] bytes, boolean replace) {
        try {
            if (replace) {
                Path other = Files.write(folder.resolve("other"), bytes);
                Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.write(file, bytes);
            }
        } catch (IOException e) {
            Thread.currentThread().interrupt(); // the folder is gone: an interrupt closes the channel, too
        }
    }

    private List<PhotoResult> rows() {
        return assertTimeoutPreemptively(LIMIT, () -> ImageFolder.of(folder).detect(NOBODY)).rows();
    }

    private static PhotoResult row(Path file) {
        return assertTimeoutPreemptively(LIMIT, () -> ImageFolder.ofPaths(List.of(file)).detect(NOBODY)).rows().get(0);
    }
}
