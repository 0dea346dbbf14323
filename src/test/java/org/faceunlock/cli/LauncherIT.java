package org.faceunlock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher on the build that was just packaged. */
class LauncherIT {

    private static final Path LAUNCHER = Path.of("face-unlock").toAbsolutePath();
    private static final Path MIRROR = Path.of("../shared/mirror").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @BeforeEach
    void needsAShell() {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"), "skipped: the launcher of Windows is a .cmd");
    }

    @Test
    void launcherRunsFromAnyFolderThroughLinks() throws IOException {
        Path first = Files.createSymbolicLink(folder.resolve("first"), LAUNCHER);
        Path second = Files.createSymbolicLink(folder.resolve("second"), first.getFileName());
        ProgramRun run;
        try {
            run = ProgramRun.of(List.of(second.toString(), "--version"), folder, Map.of());
        } finally {
            Files.delete(first); // JUnit would warn of a link that leads out of its folder
        }
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("face-unlock ");
        assertThat(run.code()).isZero();
    }

    @Test
    void exitCodeOfTheProgramIsThatOfTheLauncher() throws IOException {
        assertThat(ProgramRun.of(List.of(LAUNCHER.toString(), "nonsense"), folder, Map.of()).code()).isEqualTo(2);
    }

    @Test
    void relativePathsAreThoseOfTheUsersFolder() throws IOException {
        needsTheMirror();
        ProgramRun run = photosTo("mine", Map.of());
        assertThat(run.err()).contains("belong to their owners");
        assertThat(run.out().lines()).containsExactly("mine/faces", "mine/faces_test");
        assertThat(jpegs(folder.resolve("mine"))).hasSize(12);
    }

    @Test
    void folderNamesBeyondAsciiWorkInAPlainLocale() throws IOException {
        needsTheMirror();
        assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")),
                "skipped: the locale of this test run cannot name the folder");
        ProgramRun run = photosTo("zo\u00eb", Map.of("LC_ALL", "C", "LANG", "C"));
        assertThat(run.out().lines()).containsExactly("zo\u00eb/faces", "zo\u00eb/faces_test");
        assertThat(jpegs(folder.resolve("zo\u00eb"))).hasSize(12);
    }

    private ProgramRun photosTo(String name, Map<String, String> locale) throws IOException {
        Map<String, String> variables = new HashMap<>(locale);
        variables.put("FACE_UNLOCK_MIRROR", MIRROR.toString());
        return ProgramRun.of(List.of(LAUNCHER.toString(), "photos", "fetch", "article", "--to", name), folder,
                variables);
    }

    private static List<Path> jpegs(Path where) throws IOException {
        try (Stream<Path> files = Files.walk(where)) {
            return files.filter(file -> file.toString().endsWith(".jpg")).toList();
        }
    }

    private static void needsTheMirror() {
        assumeTrue(Files.isDirectory(MIRROR), "skipped: no " + MIRROR + " beside the checkout");
    }
}
