package org.faceunlock.notebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Cells that throw. */
class ThrownReportTest {
    private static final ShellSession SESSION = new ShellSession("import java.util.*;");

    @AfterAll
    static void close() {
        SESSION.close();
    }

    @Test
    void onlyFramesOfCellsAreShownWithTheirLines() {
        assertThat(SESSION.report("""
                List.of(1, 2).stream().map(i -> {
                    if (i == 2) {
                        throw new IllegalStateException("at " + i);
                    }
                    return i;
                }).toList()""").replaceAll("cell \\d+", "cell N")).isEqualTo("""
                IllegalStateException: at 2
                    at cell N, line 3
                      2 |     if (i == 2) {
                -->   3 |         throw new IllegalStateException("at " + i);
                      4 |     }
                    at cell N, line 6
                -->   6 | }).toList()""");
    }

    @Test
    void theCauseIsTheLast() {
        assertThat(SESSION.report("throw new IllegalStateException(\"outer\", new RuntimeException(\"inner\"));"))
                .containsSubsequence("IllegalStateException: outer", "caused by", "RuntimeException: inner");
    }

    @Test
    void framesOfAMethodThatCallsItselfWithoutEndAreCounted() {
        assertThat(SESSION.report("int down(int n) { return down(n + 1); }\ndown(1)"))
                .contains("StackOverflowError: methods call one another without end", "at down, cell ",
                        "this again and again, ").hasLineCount(5);
    }

    @Test
    void framesOfMethodsThatCallEachOtherWithoutEndAreCounted() {
        assertThat(SESSION.report("int tick(int n) { return tock(n); }\nint tock(int n) { return tick(n); }\ntick(1)"))
                .contains("these 2 again and again, ");
    }

    @Test
    void exceptionsThatCauseEachOtherAreToldOnce() {
        assertThat(SESSION.report("""
                var one = new RuntimeException("one");
                var two = new RuntimeException("two", one);
                one.initCause(two);
                throw two;""")).containsOnlyOnce("RuntimeException: one").containsOnlyOnce("RuntimeException: two");
    }

    @Test
    void aMessageThatThrowsOrOverflowsDoesNotHideTheFailure() {
        assertThat(SESSION.report("class Endless extends RuntimeException { public String getMessage() {"
                + " return getMessage(); } }\nthrow new Endless();")).startsWith(
                "Endless: (its message cannot be had: getMessage threw StackOverflowError)");
        assertThat(SESSION.report("class Broken extends Error { public String getMessage() {"
                + " throw new AssertionError(); } }\nthrow new Broken();")).startsWith(
                "Broken: (its message cannot be had: getMessage threw AssertionError)");
    }

    @Test
    void causesAndFramesThatThrowDoNotHideTheFailure() {
        assertThat(SESSION.report("""
                class Sly extends RuntimeException {
                    public Throwable getCause() { throw new OutOfMemoryError("cause"); }
                    public StackTraceElement[] getStackTrace() { return null; }
                }
                throw new Sly();""")).isEqualTo("Sly");
    }

    @Test
    void aLongMessageIsCut() {
        assertThat(SESSION.failure("throw new RuntimeException(\"x\".repeat(20_000_000));").getMessage())
                .hasSizeLessThan(20_000);
    }

    @Test
    void methodsConstructorsAndInitialisersOfClassesAreNamed() {
        assertThat(SESSION.report("""
                class Outer {
                    static final Inner INNER = new Inner();
                    static class Inner {
                        Inner() { fail(); }
                        int fail() { throw new RuntimeException("deep"); }
                    }
                }
                new Outer()""")).contains("at Outer.Inner.fail, cell ", "at new Outer.Inner, cell ",
                "at static of Outer, cell ");
    }

    @Test
    void aNullVariableIsNamed() {
        SESSION.run("String nobody = null;");
        assertThat(SESSION.report("nobody.length()")).contains("NullPointerException: Cannot invoke", "nobody is null")
                .doesNotContain("JShell", "because");
    }

    @Test
    void namesThatJShellGivesAreNotShown() {
        assertThat(SESSION.report("class Dog { } class Cat { }\nObject dog = new Dog();\nCat cat = (Cat) dog;"))
                .startsWith("ClassCastException: class Dog cannot be cast to class Cat\n").doesNotContain("JShell");
    }

    @Test
    void anErrorIsToldAsAnExceptionIs() {
        assertThat(SESSION.report("throw new ThreadDeath();")).startsWith("ThreadDeath\n    at cell ");
    }
}
