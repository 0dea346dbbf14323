package org.faceunlock.cli;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code ./face-unlock notebook} as the tests start it: with one Python environment for all of them, kept below
 * {@code FACE_UNLOCK_HOME} where that is set and below target/ otherwise.
 */
final class NotebookProgram {
    private static final Path LAUNCHER = Path.of("face-unlock").toAbsolutePath();
    /** What the program says when the machine lacks what JupyterLab needs, none of it this project's fault. */
    private static final List<String> MISSING = List.of("the notebooks need Python", "its venv module is not",
            " -m venv failed", "pip could not install JupyterLab");
    /** With the making of the environment, on a slow line and two busy cores. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private NotebookProgram() {
    }

    /** The command line, the way a user types it. */
    static List<String> command(String... arguments) {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"), "skipped: the launcher of Windows is a .cmd");
        List<String> command = new ArrayList<>(List.of(LAUNCHER.toString(), "notebook", "--no-models"));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The variables that it runs with; pip does not wait for an index that does not answer. */
    static Map<String, String> variables() {
        Path home = Optional.ofNullable(System.getenv("FACE_UNLOCK_HOME")).filter(value -> !value.isBlank())
                .map(Path::of).orElse(Path.of("target", "notebook-home"));
        return Map.of("FACE_UNLOCK_HOME", home.toAbsolutePath().toString(), "PIP_RETRIES", "0");
    }

    /** Runs it to its end; skips the test, aloud, where JupyterLab cannot be had. */
    static ProgramRun run(Path folder, String... arguments) throws IOException {
        ProgramRun run = ProgramRun.of(command(arguments), folder, variables(), PATIENCE);
        if (run.code() != 0) {
            skipIfJupyterCannotBeHad(run.err());
        }
        return run;
    }

    /** Skips the test if this is what the program says when JupyterLab cannot be had here. */
    static void skipIfJupyterCannotBeHad(String err) {
        if (MISSING.stream().anyMatch(err::contains)) {
            abort("skipped: no JupyterLab here. Needed: Python 3.10 or newer with its venv module (Debian: apt install"
                    + " python3-venv) and a package index that pip can reach. The program said: " + err.strip());
        }
    }
}
