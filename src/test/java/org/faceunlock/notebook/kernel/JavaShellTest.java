package org.faceunlock.notebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JavaShellTest {
    private static JavaShell shell;
    private static List<String> missing;

    @BeforeAll
    static void open() {
        shell = new JavaShell();
        missing = shell.imports(DefaultImports.ofThisKernel());
    }

    @AfterAll
    static void close() {
        shell.close();
    }

    private static CellTask task() {
        return new CellTask(new Message(List.of(), new JsonObject(), new JsonObject(), new JsonObject(),
                new JsonObject(), List.of()), (stream, text) -> { });
    }

    /** The value of a cell. */
    private static Optional<Object> value(int cell, String text) {
        return shell.run(task(), cell, text).value();
    }

    @Test
    void everyImportThatNotebooksCountOnIsThere() {
        assertThat(missing).isEmpty();
    }

    @Test
    void aCellsValueIsThatOfItsLastExpressionAsTheObjectItself() {
        assertThat(value(1, "var numbers = new ArrayList<Integer>();\nnumbers.add(7);\nnumbers")).get()
                .isEqualTo(List.of(7)).isInstanceOf(java.util.ArrayList.class);
    }

    @Test
    void aDeclarationHasNoValue() {
        assertThat(value(1, "int five = 5;")).isEmpty();
    }

    @Test
    void anAssignmentHasNoValue() {
        assertThat(value(1, "int six; six = 6")).isEmpty();
    }

    @Test
    void aCompileErrorPointsIntoItsLine() {
        CellException failure = catchThrowableOfType(CellException.class,
                () -> value(1, "int a = 1;\nint b = \"two\";\n"));
        assertThat(failure).hasMessageStartingWith("line 2: incompatible types");
        assertThat(failure.report()).contains("-->   2 | int b = \"two\";", " ".repeat(18) + "^");
    }

    @Test
    void statementsBeforeAnErrorHaveRun() {
        assertThatThrownBy(() -> value(1, "int before = 11;\nnonsense();")).isInstanceOf(CellException.class);
        assertThat(value(2, "before")).contains(11);
    }

    @Test
    void aThrownExceptionNamesCellAndLineOfEachFrame() {
        value(3, "\nint third(int[] a) {\n    return a[2];\n}");
        CellException failure = catchThrowableOfType(CellException.class,
                () -> value(4, "int x = 0;\nx += third(new int[2]);"));
        assertThat(failure).hasMessageStartingWith("ArrayIndexOutOfBoundsException");
        assertThat(failure.report()).containsSubsequence("    at third, cell 3, line 3", "-->   3 |     return a[2];",
                "    at cell 4, line 2", "-->   2 | x += third(new int[2]);");
    }

    @Test
    void causesAreTold() {
        CellException failure = catchThrowableOfType(CellException.class, () -> value(1,
                "throw new IllegalStateException(\"outer\", new RuntimeException(\"inner\"));"));
        assertThat(String.join("\n", failure.report())).contains("outer", "caused by", "inner");
    }

    @Test
    void aCellThatEndsTooEarlyIsToldSo() {
        assertThatThrownBy(() -> value(1, "for (;;) {")).hasMessageContaining("the cell ends before");
    }

    @Test
    void displayIsShow() {
        PrintStream out = System.out;
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        System.setOut(new PrintStream(shown, true, StandardCharsets.UTF_8));
        try {
            assertThat(value(1, "display(List.of(1, 2))")).isEmpty();
        } finally {
            System.setOut(out);
        }
        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("[1, 2]");
    }

    @Test
    void aBusyLoopCanBeStopped() throws Exception {
        CellTask task = task();
        CompletableFuture<Throwable> cell = CompletableFuture.supplyAsync(() -> catchThrowableOfType(
                CellException.class, () -> shell.run(task, 1, "int n = 0;\n"
                        + "while (true) System.setProperty(\"a.loop\", \"begun\");")));
        while (System.getProperty("a.loop") == null) {
            Thread.onSpinWait();
        }
        task.stop();
        assertThat(cell.get(30, TimeUnit.SECONDS)).hasMessage("interrupted in line 2");
        assertThat(value(2, "40 + 2")).contains(42);
    }

    @Test
    void completenessIsThatOfTheLastStatement() {
        assertThat(shell.completeness("int a = 1; if (a > 0) {")).isEqualTo(Completeness.DEFINITELY_INCOMPLETE);
        assertThat(shell.completeness("int a = 1; a + 1")).isEqualTo(Completeness.COMPLETE);
    }
}
