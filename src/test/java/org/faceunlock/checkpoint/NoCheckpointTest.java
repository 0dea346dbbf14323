package org.faceunlock.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Paths that lead to no checkpoint at all: each is refused without waiting and without reading on. */
class NoCheckpointTest {

    @TempDir
    private Path folder;

    @Test
    void refusesAFolder() {
        assertRefused(folder, "found a folder");
    }

    @Test
    void refusesAMissingFile() {
        assertRefused(folder.resolve("missing.pt"), "no such file");
    }

    @Test
    void refusesAPipeWithoutWaitingForItsWriter() throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of("/usr/bin/mkfifo")), "skipped: this system has no mkfifo");
        Path file = folder.resolve("pipe.pt");
        new ProcessBuilder("/usr/bin/mkfifo", file.toString()).start().waitFor();
        assertRefused(file, "a device");
    }

    @Test
    void refusesAnEndlessDevice() {
        Path file = Path.of("/dev/zero");
        assumeTrue(Files.exists(file), "skipped: this system has no /dev/zero");
        assertRefused(file, "a device");
    }

    @Test
    void looksAtAHugeFileOfZerosOnlyBriefly() throws IOException {
        Path file = folder.resolve("huge.pt");
        try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
            huge.setLength(5L << 30);
            huge.write(CrudeCheckpoint.ascii("PK\3\4"));
        }
        assertRefused(file, "does not end as one");
    }

    private static void assertRefused(Path file, String reason) {
        Throwable refusal = assertTimeoutPreemptively(Duration.ofSeconds(5),
                () -> catchThrowable(() -> CheckpointFile.read(file)));
        assertThat(refusal).isInstanceOf(CheckpointException.class).hasMessageContaining(file.toString())
                .hasMessageContaining(reason);
    }
}
