package org.faceunlock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./face-unlock notebook --execute} on the notebooks of this project, in real kernels. */
class NotebookIT {
    private static final Path NOTEBOOKS = Path.of("notebooks");
    private static final Path EXECUTED = Path.of("target", "notebook-it");
    private static final Pattern PICTURE = Pattern.compile("<img[^>]+src=\"data:image/(png|jpeg);base64,");
    private static final Gson GSON = new Gson();

    private static Map<Path, byte[]> before;
    private static ProgramRun run;

    @TempDir
    private Path folder;

    @BeforeAll
    static void executeAll() throws IOException {
        before = contents();
        for (Path notebook : before.keySet()) {
            Files.deleteIfExists(executed(notebook, ".ipynb"));
            Files.deleteIfExists(executed(notebook, ".html"));
        }
        run = NotebookProgram.run(Path.of("."), "--execute", "--out", EXECUTED.toString());
        System.out.print(run.out());
    }

    @Test
    void everyNotebookRunsThrough() {
        assertThat(run.err().lines().filter(line -> !line.startsWith("Installing JupyterLab "))).isEmpty();
        assertThat(run.out().lines()).hasSameSizeAs(before.keySet()).allMatch(line -> line.startsWith("ok "));
        assertThat(run.code()).isZero();
    }

    @TestFactory
    Stream<DynamicTest> everyCellHasTheKindsOfOutputThatTheKeptNotebookShows() {
        return before.keySet().stream().map(notebook -> dynamicTest(notebook.toString(), () -> {
            List<JsonObject> kept = NotebookCells.code(notebook);
            List<JsonObject> cells = NotebookCells.code(executed(notebook, ".ipynb"));
            assertThat(cells).hasSameSizeAs(kept).isNotEmpty();
            for (int i = 0; i < cells.size(); i++) {
                String source = NotebookCells.text(cells.get(i));
                assertThat(source).isEqualTo(NotebookCells.text(kept.get(i)));
                assertThat(NotebookCells.kinds(cells.get(i))).as(source)
                        .isEqualTo(NotebookCells.kinds(kept.get(i))).doesNotContain("error", "stderr");
                assertThat(cells.get(i).get("execution_count").getAsInt()).as(source).isEqualTo(i + 1);
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> everyNotebookBecomesAPageWithItsProseAndPictures() {
        return before.keySet().stream().map(notebook -> dynamicTest(notebook.toString(), () -> {
            String page = Files.readString(executed(notebook, ".html"));
            List<JsonObject> cells = NotebookCells.code(executed(notebook, ".ipynb"));
            long pictures = cells.stream().filter(cell -> NotebookCells.kinds(cell).contains("image")).count();
            assertThat(pictures).isPositive();
            assertThat(PICTURE.matcher(page).results().count()).isGreaterThanOrEqualTo(pictures);
            assertThat(page).contains(NotebookCells.headings(notebook));
            assertThat(page).doesNotContain("application/vnd.jupyter.error");
        }));
    }

    @Test
    void notebooksThemselvesStayAsTheyWere() throws IOException {
        assertThat(contents()).containsExactlyEntriesOf(before);
    }

    @Test
    void aFailingCellEndsItWithOneAndIsNamed() throws IOException {
        Path broken = notebook("broken", "int whole = 7;", "int none = 0;\nwhole / none", "System.out.println(whole);");
        Path sound = notebook("sound", "6 * 7");
        ProgramRun failed = NotebookProgram.run(folder, "--execute", "--out", "out", broken.toString(),
                sound.toString());
        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.err()).contains("broken.ipynb, code cell 2: ", "int none = 0;", "whole / none",
                "ArithmeticException", "cell 2, line 2")
                .doesNotContain("println");
        assertThat(failed.out()).contains("failed ", "broken.ipynb", "ok ", "sound.ipynb");
        List<JsonObject> cells = NotebookCells.code(folder.resolve("out").resolve("broken.ipynb"));
        assertThat(NotebookCells.kinds(cells.get(1))).contains("error");
        assertThat(NotebookCells.kinds(cells.get(2))).isEmpty();
        assertThat(folder.resolve("out").resolve("broken.html")).isNotEmptyFile();
    }

    @Test
    void everyKindOfWidgetIsKeptAsItWasLast() throws IOException {
        Path widgets = notebook("widgets", """
                var check = new Checkbox("<tick>", true);
                var slider = new FloatSlider("t", 0, 1, 0.01, 0.5);
                var progress = new IntProgress("p", 0, 7);
                var words = new HTML("<i>first</i>");
                var picture = new Image(new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB));
                var choice = ToggleButtons.of("of", List.of("only"));
                var box = new HBox(new VBox(check, slider, progress, words), picture,
                        new Tab(Map.of("a&b", Interact.of(slider, v -> System.out.printf("at %s%n", v)))),
                        Dropdown.of("", List.of("x", "y")), new Label("l<"), new Button("go"), choice,
                        new FileUpload("up", "", true));
                box""", """
                check.value(false); slider.value(0.8); progress.value(3); words.value("<b>last</b>");
                picture.value(new BufferedImage(3, 1, BufferedImage.TYPE_INT_RGB));""",
                "System.out.print(box.snapshot());");
        assertThat(NotebookProgram.run(folder, "--execute", "--out", "out", widgets.toString()).err()).isEmpty();
        List<JsonObject> cells = NotebookCells.code(folder.resolve("out").resolve("widgets.ipynb"));
        String kept = NotebookCells.joined(output(cells.get(0)).getAsJsonObject("data").get("text/html"));
        String last = NotebookCells.joined(output(cells.get(2)).get("text"));
        assertThat(last).contains("&lt;tick&gt;: <b>no</b>", "<b>0.8</b>", "<b>3 of 7</b>", "<b>last</b>", "at 0.8");
        assertThat(kept).isEqualTo("<div>" + last + "\n</div>");
        assertThat(Files.readString(folder.resolve("out").resolve("widgets.html"))).contains("<b>last</b>", "at 0.8");
    }

    @Test
    void aCellBeyondTheLimitEndsItAndIsNamed() throws IOException {
        Path slow = notebook("slow", "System.out.println(\"begun\");", "Thread.sleep(60_000);", "int never;");
        ProgramRun stopped = NotebookProgram.run(folder, "--execute", "--timeout", "15", "--out", "out",
                slow.toString());
        assertThat(stopped.code()).isEqualTo(1);
        assertThat(stopped.err()).contains("slow.ipynb, code cell 2: took longer than 15 s", "--timeout");
        List<JsonObject> cells = NotebookCells.code(folder.resolve("out").resolve("slow.ipynb"));
        assertThat(NotebookCells.kinds(cells.get(0))).containsExactly("stdout");
    }

    @Test
    void aKernelThatEndsInACellIsTold() throws IOException {
        Path ended = notebook("ended", "Runtime.getRuntime().halt(3);");
        ProgramRun stopped = NotebookProgram.run(folder, "--execute", "--out", "out", ended.toString());
        assertThat(stopped.code()).isEqualTo(1);
        assertThat(stopped.err()).contains("ended.ipynb, code cell 1: ", "killed").doesNotContain("Traceback");
    }

    @Test
    void aServerKeepsItsKernelWhateverElseIsStarted() throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("notebooks"));
        try (LabServer server = LabServer.on(folder, folder.resolve("lab.log"), "-Dwho=first")) {
            Map<String, String> variables = new TreeMap<>(NotebookProgram.variables());
            variables.put("FACE_UNLOCK_JAVA_OPTS", "-Dwho=second");
            ProgramRun second = ProgramRun.of(NotebookProgram.command("--execute", "--out", "out",
                    notebook("who", "System.getProperty(\"who\")").toString()), folder, variables);
            assertThat(second.code()).as(second.err()).isZero();
            assertThat(folder.resolve("out").resolve("who.ipynb")).content().contains("\"second\"");
            assertThat(server.answer("/api/kernelspecs")).contains("-Dwho=first").doesNotContain("-Dwho=second");
        }
    }

    private static JsonObject output(JsonObject cell) {
        return cell.getAsJsonArray("outputs").get(0).getAsJsonObject();
    }

    private Path notebook(String name, String... sources) throws IOException {
        JsonArray cells = new JsonArray();
        for (String source : sources) {
            JsonObject cell = GSON.toJsonTree(Map.of("cell_type", "code", "id", name + cells.size(), "metadata",
                    Map.of(), "outputs", List.of(), "source", source)).getAsJsonObject();
            cell.add("execution_count", JsonNull.INSTANCE);
            cells.add(cell);
        }
        JsonObject notebook = GSON.toJsonTree(Map.of("nbformat", 4, "nbformat_minor", 5, "metadata", Map.of()))
                .getAsJsonObject();
        notebook.add("cells", cells);
        return Files.writeString(folder.resolve(name + ".ipynb"), notebook.toString());
    }

    private static Map<Path, byte[]> contents() throws IOException {
        Map<Path, byte[]> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(NOTEBOOKS)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".ipynb")).toList()) {
                contents.put(file, Files.readAllBytes(file));
            }
        }
        assertThat(contents).isNotEmpty();
        return contents;
    }

    private static Path executed(Path notebook, String suffix) {
        return EXECUTED.resolve(notebook.getFileName().toString().replace(".ipynb", suffix));
    }
}
