package org.faceunlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.faceunlock.compare.Decision;
import org.faceunlock.compare.FaceUnlock;
import org.faceunlock.embed.EmbeddedFace;
import org.faceunlock.embed.Embedding;
import org.faceunlock.embed.Embeddings;
import org.faceunlock.embed.Threshold;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.Detection;
import org.faceunlock.geometry.Landmarks;
import org.faceunlock.geometry.Point;
import org.faceunlock.image.FaceOutcome;
import org.faceunlock.image.FaceStatus;
import org.faceunlock.image.RgbImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttemptLogTest {

    private final List<Duration> waits = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void failuresInARowMakeTheNextAttemptsWaitLongerAndLonger() throws IOException {
        try (AttemptLog log = AttemptLog.open(Optional.empty(), 2, waits::add)) {
            attempt(log, decision(false), 12);
        }
        assertThat(waits).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L, 60L);
    }

    @Test
    void aSuccessStartsTheCountAnew() throws IOException {
        try (AttemptLog log = AttemptLog.open(Optional.empty(), 2, waits::add)) {
            attempt(log, decision(false), 2);
            attempt(log, decision(true), 1);
            attempt(log, decision(false), 2);
        }
        assertThat(waits).hasSize(1);
    }

    @Test
    void failuresOfAnEarlierRunCountByTheirLog() throws IOException {
        Optional<Path> file = Optional.of(folder.resolve("log"));
        try (AttemptLog log = AttemptLog.open(file, 3, waits::add)) {
            attempt(log, decision(true), 1);
            attempt(log, decision(false), 2);
        }
        Files.writeString(file.get(), "{\"time\":\"cut of", StandardOpenOption.APPEND);
        try (AttemptLog log = AttemptLog.open(file, 3, waits::add)) {
            attempt(log, decision(false), 1);
        }
        assertThat(waits).containsExactly(Duration.ofSeconds(1));
    }

    private static void attempt(AttemptLog log, Decision decision, int times) {
        for (int i = 0; i < times; i++) {
            log.beforeAttempt();
            log.add(decision);
        }
    }

    private static Decision decision(boolean unlocked) {
        RgbImage pixel = RgbImage.of(1, 1, new byte[3]);
        Point point = new Point(0, 0);
        Detection face = new Detection(new Box(0, 0, 1, 1), 1, new Landmarks(point, point, point, point, point));
        FaceUnlock unlock = FaceUnlock.using(photo -> unlocked ? FaceOutcome.face(List.of(face), face, pixel)
                        : FaceOutcome.without(FaceStatus.NO_FACE, List.of(), "none"),
                crops -> List.of(Embedding.of(1, 0))).enrol(Embeddings.of(List.of(
                        EmbeddedFace.of(Path.of("a.jpg"), "me", Embedding.of(1, 0)))), Threshold.cosine(0.5));
        return unlock.attempt(pixel);
    }
}
