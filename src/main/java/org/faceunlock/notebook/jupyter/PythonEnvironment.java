package org.faceunlock.notebook.jupyter;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;

/**
 * A Python environment of this project's own, with the pinned versions of JupyterLab and what runs notebooks.
 *
 * <p>Made once per set of pins, below the folder of fetched files; nothing is installed anywhere else. Two processes
 * that start at the same time make it once: the second waits.
 */
final class PythonEnvironment {
    private static final String REQUIREMENTS = "requirements.txt";
    private static final String FINISHED = "finished";
    /** pip's variable for its option of that name. */
    private static final String RETRIES = "PIP_RETRIES";
    private static final int LINES_TO_SHOW = 12;
    private final Path folder;

    private PythonEnvironment(Path folder) {
        this.folder = folder;
    }

    /** The environment below {@code home}, made if need be; {@code told} hears what takes long. */
    static PythonEnvironment in(Path home, PrintWriter told) throws IOException, InterruptedException {
        String pins = Resource.text(REQUIREMENTS);
        Path parent = home.resolve("notebook");
        PythonEnvironment environment = new PythonEnvironment(parent.resolve("python-" + Resource.sum(pins)));
        try (FileChannel file = lockFile(parent); FileLock lock = file.lock()) {
            if (lock.isValid() && !Files.exists(environment.folder.resolve(FINISHED))) {
                environment.make(pins, told);
            }
        }
        return environment;
    }

    private static FileChannel lockFile(Path parent) throws NotebookSetupException {
        try {
            Files.createDirectories(parent);
            return FileChannel.open(parent.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new NotebookSetupException("JupyterLab cannot be installed below " + parent + " ("
                    + e.getMessage() + "): expected a folder that can be written to; set FACE_UNLOCK_HOME to another");
        }
    }

    private void make(String pins, PrintWriter told) throws IOException, InterruptedException {
        String python = SystemPython.find();
        told.println("Installing JupyterLab into " + folder + " (once, about 250 MB on disk) ...");
        FileUtils.deleteDirectory(folder.toFile());
        Program.End venv = Program.of(python, "-m", "venv", folder.toString()).collect();
        if (venv.code() != 0) {
            throw new NotebookSetupException(python + " -m venv failed: " + lastLines(venv.output()));
        }
        Path requirements = Files.writeString(folder.resolve(REQUIREMENTS), pins);
        Path log = folder.resolve("pip.log");
        int code = new Program(List.of(python().toString(), "-m", "pip", "install", "--no-input",
                "--disable-pip-version-check", "-r", requirements.toString()), retries()).logTo(log);
        if (code != 0) {
            throw new NotebookSetupException("pip could not install JupyterLab; its last words, the rest is in " + log
                    + ":\n" + lastLines(Files.readString(log)));
        }
        Files.writeString(folder.resolve(FINISHED), pins);
    }

    /** One retry unless the user says otherwise: where an index does not answer, pip's own five cost 8 s a package. */
    private static Map<String, String> retries() {
        return System.getenv(RETRIES) == null ? Map.of(RETRIES, "1") : Map.of();
    }

    /** The environment's own Python. */
    Path python() {
        Path windows = folder.resolve("Scripts").resolve("python.exe");
        return Files.exists(windows) ? windows : folder.resolve("bin").resolve("python");
    }

    /** Where Jupyter looks for what belongs to this environment. */
    Path share() {
        return folder.resolve("share").resolve("jupyter");
    }

    /** Where Jupyter looks for this environment's settings. */
    Path settings() {
        return folder.resolve("etc").resolve("jupyter");
    }

    private static String lastLines(String text) {
        List<String> lines = text.strip().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_TO_SHOW), lines.size()));
    }
}
