package org.faceunlock.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.faceunlock.checkpoint.FormulaCheckpointTool;
import org.faceunlock.cli.ProgramRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bench commands as a user runs them, small, with the published detector and a formula's embedder. */
class BenchIT {

    private static final Path MIRROR = Path.of("../shared/mirror");

    @TempDir
    private static Path folder;

    private static Map<String, String> variables;

    @BeforeAll
    static void fetch() throws IOException {
        assumeTrue(Files.isDirectory(MIRROR), "skipped: no ../shared/mirror beside the checkout");
        variables = Map.of("FACE_UNLOCK_HOME", folder.resolve("home").toString(),
                "FACE_UNLOCK_MIRROR", MIRROR.toAbsolutePath().toString());
        assertThat(run("models", "fetch", "mtcnn").code()).isZero();
        FormulaCheckpointTool.main(new String[] {checkpoint(), "zip"});
    }

    @Test
    void publishedDetectorFindsEveryRenderedPersonAndTheFiguresStandBesideTheirGoals() throws IOException {
        ProgramRun run = run("bench", "detector", "--detector", "mtcnn", "--people", "4", "--photos", "2",
                "--empty", "4");
        System.out.println(run.out() + run.err());
        assertThat(run.code()).isLessThanOrEqualTo(1);
        assertThat(line(run, "recall at IoU 0.5")).contains("100.00 %").endsWith("PASS");
        assertThat(line(run, "false detections an empty picture")).contains("0.00 %").endsWith("PASS");
        assertThat(line(run, "machine")).contains("cores");
        assertThat(line(run, "photos")).contains("4 people").contains("seed 2026");
    }

    @Test
    void embedderOfAFormulaMissesItsGoalAndTheExitCodeSaysSo() throws IOException {
        ProgramRun run = run("bench", "embedder", "--detector", "mtcnn", "--people", "4", "--photos", "2",
                "--checkpoint", checkpoint(), "--out", folder.resolve("out").toString());
        System.out.println(run.out() + run.err());
        assertThat(run.code()).isOne();
        assertThat(folder.resolve("out")).isDirectoryContaining("glob:**/det.png");
        assertThat(line(run, "EER")).contains(" to ").endsWith("FAIL");
        assertThat(line(run, "attempts of faces_test")).contains(" %");
        assertThat(line(run, "comparisons")).contains("4 mated").contains("24 non-mated");
        assertThat(line(run, "embedder")).contains("formula.pt");
    }

    @Test
    void speedIsToldStageByStage() throws IOException {
        Path photos = folder.resolve("photos");
        assertThat(run("photos", "fetch", "article", "--to", photos.toString()).code()).isZero();
        ProgramRun run = run("bench", "speed", "--rounds", "2", "--warm-up", "1", "--detector", "mtcnn",
                "--checkpoint", checkpoint(), photos.toString());
        System.out.println(run.out() + run.err());
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("load + detect + crop").contains("embed 32").contains("first result");
    }

    @Test
    void memoryOfAFewRoundsIsShownButNotCalledFlat() throws IOException {
        ProgramRun run = run("bench", "memory", "--detections", "120", "--embeddings", "0", "--detector", "mtcnn");
        System.out.println(run.out() + run.err());
        assertThat(run.code()).isOne();
        assertThat(run.out()).contains("resident MB").contains("too few rounds to tell");
    }

    private static String checkpoint() {
        return folder.resolve("formula.pt").toString();
    }

    private static String line(ProgramRun run, String start) {
        return run.out().lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
    }

    private static ProgramRun run(String... arguments) throws IOException {
        return ProgramRun.of(variables, arguments);
    }
}
