package org.faceunlock.notebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Cells that do not compile. */
class CellErrorsTest {
    private static final ShellSession SESSION = new ShellSession("import java.nio.file.*;",
            "var embeddings = java.util.List.of(1); double strict(double x) { return x; }");

    @AfterAll
    static void close() {
        SESSION.close();
    }

    @Test
    void aMisspeltVariableSuggestsTheNearest() {
        assertThat(SESSION.failure("\nembedings.size()")).hasMessage(
                "line 2: variable embedings is not defined; did you mean embeddings?");
    }

    @Test
    void aMisspeltMethodOfAnObjectSuggestsTheNearest() {
        assertThat(SESSION.failure("embeddings.sise()")).hasMessage("line 1: method sise() is not defined in variable"
                + " embeddings of type List<Integer>; did you mean size?");
    }

    @Test
    void aMisspeltClassSuggestsTheNearest() {
        assertThat(SESSION.failure("Pth.of(\"x\")")).hasMessage(
                "line 1: variable Pth is not defined; did you mean Path?");
    }

    @Test
    void aNameInAMethodsBodyIsMarkedAndSuggestsTheNearest() {
        CellException failure = SESSION.failure("double use(double x) {\n    return strct(x);\n}");
        assertThat(failure).hasMessage("line 2: method strct(double) is not defined; did you mean strict?");
        assertThat(failure.report()).contains("-->   2 |     return strct(x);", " ".repeat(21) + "^");
    }

    @Test
    void aNameThatIsLikeNoOtherSuggestsNone() {
        assertThat(SESSION.failure("xyzzyx + 1")).hasMessage("line 1: variable xyzzyx is not defined");
    }

    @Test
    void aMethodThatDoesNotCompileTellsWhyWhenItIsCalled() {
        SESSION.failure("double lost() { return nowhere(1); }");
        assertThat(SESSION.failure("lost()").getMessage()).startsWith("NotDefined: lost, cell ")
                .endsWith("line 1: method nowhere(int) is not defined");
    }

    @Test
    void aMissingSemicolonIsToldOnceInWords() {
        CellException failure = SESSION.failure("int a = 1\nint b = 2;\nint c = 3;");
        assertThat(failure).hasMessage("line 1: ';' is missing here");
        assertThat(failure.report()).hasSize(3).contains("-->   1 | int a = 1", " ".repeat(19) + "^");
    }

    @Test
    void aCheckedExceptionIsToldInWords() {
        assertThat(SESSION.failure("String read(Path p) { return Files.readString(p); }")).hasMessageStartingWith(
                "line 1: this may throw IOException, a checked exception: catch it here, or declare it with 'throws"
                        + " IOException'");
    }

    @Test
    void aCheckedExceptionOutsideAMethodIsNoError() {
        assertThat(SESSION.failure("Files.readString(Path.of(\"nowhere\"))"))
                .hasMessage("NoSuchFileException: nowhere");
    }

    @Test
    void anOpenBracketIsToldInWords() {
        assertThat(SESSION.failure("Math.max(1,\n 2")).hasMessage("line 2: the cell ends before its last statement"
                + " does; is a bracket, quote or ';' missing?");
    }

    @Test
    void aStatementTooDeepForTheCompilerIsToldAndTheNextOneRuns() {
        String deep = "int deep = " + "(".repeat(20_000) + "1" + ")".repeat(20_000) + ";";
        assertThat(SESSION.failure(deep)).hasMessage("line 1: this statement is too long or too deeply nested for the"
                + " compiler; make several of it");
        assertThat(SESSION.value("strict(42)")).contains(42.0);
    }

    @Test
    void aMethodTooLongForJavaIsToldAndTheNextOneRuns() {
        String longSum = "void endless() { String s = \"\";\n" + "s = s + s + s + s + s;\n".repeat(9_000) + "}";
        assertThat(SESSION.failure(longSum)).hasMessageContaining("code too large");
        assertThat(SESSION.value("strict(42)")).contains(42.0);
    }

    @Test
    void aClassThatCannotBeLoadedIsTold() {
        assertThat(SESSION.failure("class Missing { static int n = nothing(); static int nothing() { throw new"
                + " IllegalStateException(\"none\"); } }\nMissing.n")).hasMessageStartingWith(
                "ExceptionInInitializerError");
    }
}
