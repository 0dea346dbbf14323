package org.faceunlock.notebook.jupyter;

import java.io.IOException;
import java.util.List;

/** The Python that the machine has: looked for as python3, then as python. */
final class SystemPython {
    private static final String PROBE = "import sys; print(*sys.version_info[:2], sep='.'); import venv, ensurepip";
    private static final int OLDEST_MINOR = 10;

    private SystemPython() {
    }

    /** Its command; throws with words on how to get what is missing. */
    static String find() throws IOException, InterruptedException {
        return find(List.of("python3", "python"));
    }

    static String find(List<String> names) throws IOException, InterruptedException {
        for (String name : names) {
            Program.End probe;
            try {
                probe = Program.of(name, "-c", PROBE).collect();
            } catch (IOException e) {
                continue; // not installed under this name
            }
            check(name, probe);
            return name;
        }
        throw new NotebookSetupException("the notebooks need Python 3." + OLDEST_MINOR + " or newer for JupyterLab, and"
                + " there is none; install it (Debian, Ubuntu: apt install python3 python3-venv; macOS: brew install"
                + " python; Windows: winget install Python.Python.3.12)");
    }

    private static void check(String name, Program.End probe) throws NotebookSetupException {
        String version = probe.output().lines().findFirst().orElse("").strip();
        if (!version.matches("3\\.\\d+") || Integer.parseInt(version.substring(2)) < OLDEST_MINOR) {
            throw new NotebookSetupException("the notebooks need Python 3.%s or newer for JupyterLab, %s is %s"
                    .formatted(OLDEST_MINOR, name, version.isEmpty() ? "none" : version));
        }
        if (probe.code() != 0) {
            throw new NotebookSetupException("Python " + version + " is here, its venv module is not; install it"
                    + " (Debian, Ubuntu: apt install python3-venv), then run this again");
        }
    }
}
