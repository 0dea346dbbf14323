package org.faceunlock.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.faceunlock.models.ModelStore;
import org.faceunlock.models.StoreHome;
import org.faceunlock.notebook.jupyter.Jupyter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Opens the notebooks in JupyterLab, or runs them without a page. */
@Command(name = "notebook",
        mixinStandardHelpOptions = true,
        description = {
            "Opens the notebooks in JupyterLab, on a Java kernel that knows this library.",
            "",
            "The first time it installs JupyterLab into a Python environment of its own, below FACE_UNLOCK_HOME;"
                    + " Python 3.10 or newer with its venv module is needed for that. The page is served to this"
                    + " machine only. Ctrl-C ends it.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./face-unlock notebook",
            "  ./face-unlock notebook --no-browser --port 9000",
            "  ./face-unlock notebook --execute --timeout 60 notebooks/face_unlock.ipynb"
        })
final class NotebookCommand implements Callable<Integer> {
    private static final Path NOTEBOOKS = Path.of("notebooks");
    private static final Path FIRST = NOTEBOOKS.resolve("face_unlock.ipynb");
    private static final String SUFFIX = ".ipynb";

    @Spec
    private CommandSpec spec;

    @Option(names = "--no-browser", description = "Only print the address.")
    private boolean noBrowser;

    @Option(names = "--port", paramLabel = "N", defaultValue = "8888",
            description = "Where to listen; the next free one if taken (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--no-models", description = "Do not fetch the models for real people if they are missing.")
    private boolean noModels;

    @Option(names = "--execute", description = "Run notebooks top to bottom, each in a fresh kernel, without a page;"
            + " fail if a cell does.")
    private boolean execute;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "target/notebooks",
            description = "Where executed copies and their pages go (default: ${DEFAULT-VALUE}).")
    private Path out;

    @Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "1800",
            description = "With --execute: how long a cell may take (default: ${DEFAULT-VALUE}).")
    private int timeout;

    @Parameters(paramLabel = "FILE", arity = "0..*",
            description = "With --execute: the notebooks to run (default: all in notebooks/).")
    private List<Path> files = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        return execute ? run(files.isEmpty() ? all() : files) : open();
    }

    private int run(List<Path> notebooks) throws IOException, InterruptedException {
        if (timeout < 1) {
            throw misuse("--timeout: expected at least 1 second, found " + timeout);
        }
        for (Path notebook : notebooks) {
            if (!Files.isRegularFile(notebook)) {
                throw misuse("there is no notebook " + notebook);
            }
        }
        if (notebooks.stream().map(Path::getFileName).distinct().count() < notebooks.size()) {
            throw misuse("two notebooks have one name, and so would their copies in " + out + "; run them one by one,"
                    + " each with another --out");
        }
        return jupyter().execute(notebooks, out, Duration.ofSeconds(timeout));
    }

    private int open() throws IOException, InterruptedException {
        if (!files.isEmpty()) {
            throw misuse("files are for --execute; without it, open them from the page");
        }
        if (!Files.isDirectory(NOTEBOOKS)) {
            throw misuse("there is no folder notebooks here; start this in the project's folder");
        }
        Jupyter jupyter = jupyter();
        if (!noModels) {
            RealModels.fetchMissing(ModelStore.ofUser(), spec.commandLine().getErr());
        }
        return jupyter.serve(Path.of(""), Files.exists(FIRST) ? FIRST : NOTEBOOKS, port, !noBrowser);
    }

    private Jupyter jupyter() throws IOException, InterruptedException {
        return Jupyter.in(StoreHome.fromEnvironment(), spec.commandLine().getErr());
    }

    private List<Path> all() throws IOException {
        if (!Files.isDirectory(NOTEBOOKS)) {
            throw misuse("there is no folder notebooks here; start this in the project's folder, or name files");
        }
        try (Stream<Path> inside = Files.list(NOTEBOOKS)) {
            List<Path> notebooks = inside.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
            if (notebooks.isEmpty()) {
                throw misuse("there is no notebook in notebooks/");
            }
            return notebooks;
        }
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
