package org.faceunlock.notebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a cell throws, its request is answered, the fault is told, and the next cell runs. */
class KernelErrorsTest {
    @RegisterExtension
    static final LiveKernel KERNEL = new LiveKernel("-Xmx256m");

    @ParameterizedTest
    @EnumSource
    void everyFaultyCellIsAnsweredAndTheNextRuns(FaultyCell cell) {
        Exchange fault = KERNEL.page().run(cell.code());
        assertThat(fault.disorder()).isEmpty();
        assertThat(fault.status()).isIn("ok", "error");
        Exchange next = KERNEL.page().run("System.out.print(\"out\"); 1+1");
        assertThat(List.of(next.value(), next.text())).as("after %s", fault).isEqualTo(List.of("2", "out"));
        freeWhatFilledTheHeap(cell);
    }

    /** What the kernel advises; two full heaps in one kernel would leave nothing for the cells after them. */
    private static void freeWhatFilledTheHeap(FaultyCell cell) {
        String large = cell == FaultyCell.FULL_HEAP ? "hoard" : cell == FaultyCell.FULL_HEAP_OF_CRUMBS ? "crumbs" : "";
        if (!large.isEmpty()) {
            assertThat(KERNEL.page().run(large + " = null;").status()).isEqualTo("ok");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TO_STRING_OVERFLOWS", "TO_STRING_ASSERTS"})
    void aRenderingThatFailsShowsItsErrorAndThePlainClass(FaultyCell cell) {
        Exchange fault = KERNEL.page().run(cell.code());
        assertThat(fault.shown()).as(fault.toString()).containsPattern("(StackOverflow|Assertion)Error")
                .containsPattern("\\b(N|A)\\b");
    }

    @Test
    void aFailedCellsReplyCarriesItsExecutionCount() {
        Exchange before = KERNEL.page().run("1");
        Exchange failed = KERNEL.page().run("throw new IllegalStateException();");
        assertThat(Json.number(failed.reply(), "execution_count", -1)).as(failed.toString())
                .isEqualTo(Json.number(before.reply(), "execution_count", -1) + 1);
    }

    @Test
    void aCellThatDoesNotCompileCarriesItsExecutionCountToo() {
        Exchange before = KERNEL.page().run("1");
        Exchange failed = KERNEL.page().run("int i = \"no\";");
        assertThat(Json.number(failed.reply(), "execution_count", -1)).as(failed.toString())
                .isEqualTo(Json.number(before.reply(), "execution_count", -1) + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"throw new StackOverflowError();", "throw new AssertionError(\"x\");",
        "throw new OutOfMemoryError();", "throw new LinkageError();", "throw new Error() { public String toString() {"
            + " throw new Error(); } };", "if (true) throw null;"})
    void aCallbackThatThrowsAnErrorIsAnsweredAndTheNextCellRuns(String callback) {
        Exchange shown = KERNEL.page().run("var button = new org.faceunlock.notebook.widget.Button(\"go\");\n"
                + "button.onClick(() -> { " + callback + " });\nshow(button);");
        Exchange click = KERNEL.page().shell("comm_msg", "comm_id", Widgets.id(shown, "ButtonModel"), "data",
                Json.parse("{\"method\":\"custom\",\"content\":{\"event\":\"click\"}}")).answered();
        assertThat(click.disorder()).isEmpty();
        assertThat(KERNEL.page().run("1+1").value()).isEqualTo("2");
    }

    @Test
    void aCallbackThatThrowsShowsTheLinesOfItsCellAndNoFramesOfTheShell() {
        Exchange shown = KERNEL.page().run("import org.faceunlock.notebook.widget.*;\n"
                + "var steps = new IntSlider(\"n\", 0, 10, 1, 0);\nint half(int n) { return 10 / (n - n); }\n"
                + "Interact.of(steps, n -> n > 0 ? half(n) : n)");
        Exchange moved = KERNEL.page().shell("comm_msg", "comm_id", Widgets.id(shown, "IntSliderModel"), "data",
                Widgets.moved(3)).answered();
        assertThat(moved.contents("comm_msg").toString()).contains("ArithmeticException", "/ by zero", "half, cell ",
                "return 10 / (n - n);", "Interact.of(steps, n").doesNotContain("REPL", "java.base");
    }

    @Test
    void aRendererThatThrowsAnErrorIsToldAndTheNextCellRuns() {
        Exchange fault = KERNEL.page().run("class R { }\nNotebook.renderings().register(R.class, value -> {"
                + " throw new StackOverflowError(\"of a renderer\"); });\nnew R()");
        assertThat(fault.shown()).contains("StackOverflowError");
        assertThat(KERNEL.page().run("1+1").value()).isEqualTo("2");
    }
}
