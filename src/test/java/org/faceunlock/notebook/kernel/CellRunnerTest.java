package org.faceunlock.notebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.faceunlock.notebook.kernel.CellRunner.Completeness;
import org.faceunlock.notebook.kernel.Magics.Arguments;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellRunnerTest {
    private static CellRunner cells;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        Magics magics = StandardMagics.create();
        magics.register("answer", Arguments.WORDS, "", "for these tests", (arguments, session) -> Optional.of(42));
        cells = new CellRunner(JavaShell.withImports(), magics);
    }

    @AfterAll
    static void close() {
        cells.shell().close();
    }

    static CellTask task() {
        return new CellTask(new Message(List.of(), new JsonObject(), new JsonObject(), new JsonObject(),
                new JsonObject(), List.of()), (stream, text) -> { });
    }

    private static Optional<Object> value(String cell) {
        return cells.run(task(), 1, cell).value();
    }

    /** What a cell prints. */
    private static String printed(String cell) {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            value(cell);
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void partsRunInTheirOrderAndTheLastGivesTheValue() {
        assertThat(value("int first = 1;\n%answer\nfirst + 1")).contains(2);
        assertThat(value("int second = 1;\nsecond + 1;\n%answer\n// done")).contains(42);
    }

    @Test
    void aVariableAfterTheOperatorIsNoMagic() {
        assertThat(value("int answer = 5;\nint rest = 17\n%answer;\nrest")).contains(2);
    }

    @Test
    void errorsBelowAMagicNameTheLineOfTheCell() {
        assertThatThrownBy(() -> value("%answer\nint a = 1;\nint b = \"two\";")).hasMessageStartingWith("line 3: ");
    }

    @Test
    void anUnknownMagicIsNamedWithTheNearestAndAllThatThereAreBeforeAnythingRuns() {
        assertThatThrownBy(() -> value("int notRun = 1;\n%tiem notRun")).isInstanceOf(CellException.class)
                .hasMessage("line 2: there is no magic %tiem; did you mean %time? there are %answer, %classpath, %load,"
                        + " %lsmagic, %maven, %models, %time, %who");
        assertThatThrownBy(() -> value("notRun")).isInstanceOf(CellException.class);
    }

    @Test
    void aCellMagicBelowCodeSaysWhereItBelongs() {
        CellException failure = catchThrowableOfType(CellException.class, () -> value("int a = 1;\n%%time\na"));
        assertThat(failure).hasMessageStartingWith("line 2: %%time takes a whole cell");
        assertThat(failure.report()).contains("-->   2 | %%time");
    }

    @Test
    void whoListsNamesTypesAndTheBeginOfValues() {
        assertThat(printed("var größe = List.of(\"🔓\".repeat(99));\nint[] pair = {1, 2};\n%who").lines())
                .contains("größe  List<String>  [" + "🔓".repeat(59) + " …", "pair   int[]         int[2] { 1, 2 }");
    }

    @Test
    void whoGoesOnAfterAToStringThatFails() {
        assertThat(printed("class Bad { public String toString() { return toString(); } }\nvar bad = new Bad();\n"
                + "int good = 3;\n%who").lines())
                .anyMatch(line -> line.matches("bad +Bad +\\(its toString threw java.lang.StackOverflowError\\)"))
                .anyMatch(line -> line.matches("good +int +3"));
    }

    @Test
    void timeTellsHowLongALineRanAndGivesItsValue() {
        assertThat(printed("%time Thread.sleep(20)")).matches("ran [2-9]\\d+\\.\\d ms, with compiling .*s\\R");
        assertThat(value("%time 6 * 7")).contains(42);
    }

    @Test
    void timeOfAWholeCellRunsItsMagicsToo() {
        assertThat(value("%%time\nint timed = 1;\n%answer")).contains(42);
        assertThat(value("timed")).contains(1);
    }

    @Test
    void anErrorInATimedCellNamesItsLine() {
        assertThatThrownBy(() -> value("%%time\n\nnonsense()")).hasMessageStartingWith("line 3: ");
    }

    @Test
    void aTimedLoopCanBeInterrupted() throws Exception {
        CellTask task = task();
        CompletableFuture<Throwable> cell = CompletableFuture.supplyAsync(() -> catchThrowableOfType(
                CellException.class, () -> cells.run(task, 1, "%time while (true) System.setProperty(\"t\", \"1\");")));
        while (System.getProperty("t") == null) {
            Thread.onSpinWait();
        }
        task.stop();
        assertThat(cell.get(30, TimeUnit.SECONDS)).hasMessage("interrupted in line 1");
    }

    @Test
    void classesOfJarsAndFoldersWithAnyNameCanBeUsed() throws IOException {
        Path classes = compiled("Größe", Files.createDirectories(folder.resolve("mein Ordner! #1 100%")));
        Path jar = jar(compiled("Kiste", Files.createDirectories(folder.resolve("x"))), "Kiste",
                folder.resolve("Kiste é 🔓.jar"));
        value("%classpath \"" + classes + "\"\n%classpath " + jar);
        assertThat(value("new p.Größe().toString() + new p.Kiste()")).contains("GrößeKiste");
    }

    @Test
    void patternsStandForJars() throws IOException {
        Path lib = Files.createDirectories(folder.resolve("lib"));
        Files.writeString(lib.resolve("notes.txt"), "no jar");
        jar(compiled("Gefunden", Files.createDirectories(folder.resolve("y"))), "Gefunden", lib.resolve("a.jar"));
        assertThat(printed("%classpath " + lib + "/*")).isEqualToIgnoringNewLines("on the class path: a.jar");
        assertThat(value("new p.Gefunden().toString()")).contains("Gefunden");
    }

    @Test
    void aFileThatIsNoJarIsRefusedAndLaterCellsGoOn() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.jar"), "no jar");
        assertThatThrownBy(() -> value("%classpath " + broken)).hasMessageContaining("expected a jar");
        assertThat(value("1 + 1")).contains(2);
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThatThrownBy(() -> value("\n%classpath nowhere/*"))
                .hasMessageStartingWith("line 2: %classpath: expected a file or folder, found nothing at nowhere/*");
    }

    @Test
    void aLoadedFileRunsAsACell() throws IOException {
        Path file = Files.writeString(folder.resolve("mein Gruß 🔓.jshell"), "int geladen = 7;\ngeladen * 6");
        assertThat(value("%load " + file)).contains(42);
        assertThat(value("%load '" + file + "'\ngeladen")).contains(7);
    }

    @Test
    void anErrorInALoadedFileNamesFileAndLine() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.jshell"), "int c = 7;\nint d = \"\";");
        assertThatThrownBy(() -> value("%load " + file)).hasMessageStartingWith(file + ", line 2: incompatible types");
    }

    @Test
    void completenessLooksAtTheJavaBelowMagics() {
        assertThat(cells.completeness("%who")).isEqualTo(Completeness.COMPLETE);
        assertThat(cells.completeness("%answer\nint a = 1;")).isEqualTo(Completeness.COMPLETE);
        assertThat(cells.completeness("%answer\nfor (;;) {")).isEqualTo(Completeness.INCOMPLETE);
        assertThat(cells.completeness("%%time\nfor (;;) {")).isEqualTo(Completeness.INCOMPLETE);
        assertThat(cells.completeness("%time f(")).isEqualTo(Completeness.INCOMPLETE);
        assertThat(cells.completeness("%%time\n")).isEqualTo(Completeness.INCOMPLETE);
        assertThat(cells.completeness("String s = \"\"\"\n%who")).isEqualTo(Completeness.INCOMPLETE);
        assertThat(cells.completeness("/* open")).isEqualTo(Completeness.INCOMPLETE);
        assertThat(cells.completeness("%tiem 1")).isEqualTo(Completeness.INVALID);
        assertThat(cells.completeness("foo(1))")).isEqualTo(Completeness.INVALID);
        assertThat(cells.completeness("// nothing")).isEqualTo(Completeness.COMPLETE);
    }

    /** A folder with a compiled class of the package p whose toString is its name. */
    private static Path compiled(String name, Path into) throws IOException {
        Path source = Files.writeString(into.resolve(name + ".java"), "package p; public class " + name
                + " { public String toString() { return \"" + name + "\"; } }");
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, OutputStream.nullOutputStream(), null, "-encoding",
                "UTF-8", "-d", into.toString(), source.toString())).isZero();
        return into;
    }

    private static Path jar(Path classes, String name, Path jar) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("p/" + name + ".class"));
            zip.write(Files.readAllBytes(classes.resolve("p").resolve(name + ".class")));
        }
        return jar;
    }
}
