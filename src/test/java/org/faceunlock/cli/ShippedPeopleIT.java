package org.faceunlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer types first: the shipped people and models, nothing fetched. */
class ShippedPeopleIT {

    @TempDir
    private Path folder;

    @Test
    void unlockTakesTheThresholdOfTheModelInUse() throws IOException {
        ProgramRun me = unlock("faces_test/me_test.jpg");
        assertThat(me.code()).as(me.out() + me.err()).isZero();
        ProgramRun others = unlock("faces_test");
        assertThat(others.code()).isEqualTo(1);
        assertThat(others.out().lines().filter(line -> line.startsWith("UNLOCKED me_test.jpg"))).as(others.out())
                .hasSize(1);
        assertThat(others.out().lines().filter(line -> line.contains("below the threshold 0.75"))).as(others.out())
                .hasSize(2);
    }

    @Test
    void figuresOfTheShippedPeopleNeedNoDownload() throws IOException {
        ProgramRun run = run("figures", "--out", folder.resolve("out").toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("detector demo, embedder demo");
        for (String file : new String[] {"faces.png", "heatmap.png", "pca.png"}) {
            assertThat(Files.size(folder.resolve("out").resolve(file))).as(file).isGreaterThan(10_000);
        }
    }

    private ProgramRun unlock(String photos) throws IOException {
        return run("unlock", "--enrol", "faces/me", photos);
    }

    private ProgramRun run(String... arguments) throws IOException {
        return ProgramRun.of(Map.of("FACE_UNLOCK_HOME", folder.resolve("home").toString()), arguments);
    }
}
