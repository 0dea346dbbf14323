package org.faceunlock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.google.gson.JsonObject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The notebooks on kernels that are not this project's, JJava and IJava as they come, with what README says to set.
 *
 * <p>Neither can be fetched as other dependencies are, so {@code FACE_UNLOCK_STOCK_KERNELS} has to name them: the
 * folders that {@code jupyter kernelspec list} shows, separated as paths are.
 */
class StockKernelsIT {
    private static final String FOLDERS = "FACE_UNLOCK_STOCK_KERNELS";
    private static final Path EXECUTED = Path.of("target", "stock-kernels-it");
    private static final List<Path> NOTEBOOKS = Stream.of("face_unlock", "inside_mtcnn", "your_photos")
            .map(name -> Path.of("notebooks", name + ".ipynb")).toList();
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    @TempDir
    private Path folder;

    @Test
    void everyNotebookGivesTheKindsOfOutputThatItIsKeptWith() throws IOException {
        String folders = Optional.ofNullable(System.getenv(FOLDERS)).orElse("");
        assumeFalse(folders.isBlank(), "skipped: the notebooks were not tried on stock JJava or IJava; " + FOLDERS
                + " names no kernel folder");
        for (String kernel : folders.split(File.pathSeparator)) {
            tryOn(Path.of(kernel));
        }
    }

    private void tryOn(Path kernel) throws IOException {
        String name = kernel.getFileName().toString();
        ProgramRun run = ProgramRun.of(NotebookProgram.command("--execute", "--out", EXECUTED.resolve(name).toString()),
                Path.of("."), variables(installed(kernel)), PATIENCE);
        System.out.print(name + ":\n" + run.out());
        NotebookProgram.skipIfJupyterCannotBeHad(run.err());
        assertThat(run.code()).as(run.err()).isZero();
        for (Path notebook : NOTEBOOKS) {
            assertThat(NotebookCells.language(EXECUTED.resolve(name).resolve(notebook.getFileName())))
                    .as("what the kernel calls its language; this project's own says java").isEqualTo("Java");
            compare(NotebookCells.code(EXECUTED.resolve(name).resolve(notebook.getFileName())),
                    NotebookCells.code(notebook));
        }
    }

    private static void compare(List<JsonObject> cells, List<JsonObject> kept) {
        assertThat(cells).hasSameSizeAs(kept).isNotEmpty();
        for (int i = 0; i < cells.size(); i++) {
            assertThat(NotebookCells.kinds(cells.get(i))).as(NotebookCells.text(cells.get(i)))
                    .isEqualTo(NotebookCells.kinds(kept.get(i)));
        }
    }

    /** A copy of the kernel's folder under the name that the notebooks ask for, where Jupyter looks first. */
    private Path installed(Path kernel) throws IOException {
        Path share = folder.resolve(kernel.getFileName());
        Path target = Files.createDirectories(share.resolve("kernels").resolve("java"));
        try (Stream<Path> files = Files.list(kernel)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
        return share;
    }

    private static Map<String, String> variables(Path share) {
        Path target = Path.of("target").toAbsolutePath();
        String classPath = target.resolve("face-unlock-*.jar") + File.pathSeparator + target.resolve("lib/*.jar");
        Map<String, String> variables = new HashMap<>(NotebookProgram.variables());
        variables.put("JUPYTER_PATH", share.toString());
        variables.put("JJAVA_CLASSPATH", classPath);
        variables.put("IJAVA_CLASSPATH", classPath);
        variables.put("IJAVA_STARTUP_SCRIPT", "org.faceunlock.notebook.kernel.IJavaLink.install();");
        return variables;
    }
}
