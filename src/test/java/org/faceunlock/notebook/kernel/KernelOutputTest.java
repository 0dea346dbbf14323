package org.faceunlock.notebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cells print and are worth reaches the page whole, in order and below its own cell. */
class KernelOutputTest {
    private static final int LIMIT = 10_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    static final LiveKernel KERNEL = new LiveKernel();

    private static Exchange run(String code) {
        Exchange exchange = KERNEL.page().run(code);
        assertThat(exchange.disorder()).isEmpty();
        return exchange;
    }

    private static String printing(int lines) {
        return "var line = \"x\".repeat(999) + \"\\n\";\nfor (int i = 0; i < "
                + lines + "; i++) System.out.print(line);";
    }

    @Test
    void manyPrintedLinesArriveJoinedAndInOrder() {
        Exchange printed = run("for (int i = 0; i < 20_000; i++) System.out.println(\"line \" + i);");
        assertThat(printed.text()).isEqualTo(IntStream.range(0, 20_000).mapToObj(i -> "line " + i + "\n")
                .collect(Collectors.joining()));
        assertThat(printed.contents("stream")).hasSizeLessThan(100);
    }

    @Test
    void outputBelowTheLimitIsWhole() {
        assertThat(run(printing(9_900)).text()).hasSize(9_900_000).endsWith("x\n");
    }

    @Test
    void outputBeyondTheLimitIsCutAndToldHowMuch() {
        String text = run(printing(12_000)).text();
        assertThat(text.chars().filter(c -> c == '\n').limit(10_000)).hasSize(10_000);
        assertThat(text.substring(LIMIT)).hasSizeLessThan(300).containsPattern("2[,. ]?000[,. ]?000|2(\\.0)? MB");
    }

    @Test
    void theCellAfterAFloodPrintsAgain() {
        run(printing(12_000));
        assertThat(run("System.out.print(\"again\");").text()).isEqualTo("again");
    }

    @Test
    void anEndlessFloodIsHeldToTheLimit() {
        KernelClient page = KERNEL.page();
        Exchange flood = page.execute("while (true) System.out.println(\"x\".repeat(999));");
        flood.await(PATIENCE, "has filled its room", one -> one.text().length() >= LIMIT);
        page.interrupt();
        assertThat(flood.answered().text()).hasSizeLessThan(LIMIT + 300);
        assertThat(flood.contents("stream")).hasSizeLessThan(2000);
    }

    @Test
    void progressByCarriageReturnKeepsItsCarriageReturns() {
        Exchange progress = run("for (int i = 0; i <= 100; i++) { System.out.print(\"\\r\" + i + \" %\");"
                + " Thread.sleep(5); }");
        assertThat(progress.text()).isEqualTo(IntStream.rangeClosed(0, 100).mapToObj(i -> "\r" + i + " %")
                .collect(Collectors.joining()));
    }

    @Test
    void printedTextComesWhileTheCellRuns() {
        KernelClient page = KERNEL.page();
        Exchange running = page.execute("System.out.print(\"now\"); Thread.sleep(60_000);").printed("now");
        assertThat(running.isAnswered()).isFalse();
        page.interrupt();
        running.answered();
    }

    @Test
    void whatAThreadPrintsAfterItsCellGoesToThatCell() {
        KernelClient page = KERNEL.page();
        page.run("var gate = new CountDownLatch(1);");
        Exchange starting = page.run("var late = new Thread(() -> { try { gate.await(); } catch (InterruptedException"
                + " e) { } System.out.print(\"late\"); System.err.print(\"too\"); });\nlate.start();");
        Exchange opening = page.run("gate.countDown(); late.join(); Thread.sleep(300);");
        assertThat(starting.await(PATIENCE, "has both", one -> one.text().length() >= 7).text()).isEqualTo("latetoo");
        assertThat(opening.text()).isEmpty();
        assertThat(KERNEL.process().log()).doesNotContain("late");
    }

    @Test
    void bothStreamsKeepTheirOrder() {
        Exchange both = run("for (int i = 0; i < 50; i++) { System.out.print(\"o\" + i); System.err.print(\"e\" + i);"
                + " }");
        assertThat(both.text()).isEqualTo(IntStream.range(0, 50).mapToObj(i -> "o" + i + "e" + i)
                .collect(Collectors.joining()));
        assertThat(both.contents("stream")).allMatch(part -> Json.string(part, "text", "")
                .startsWith(Json.string(part, "name", "").equals("stderr") ? "e" : "o"));
    }

    @ParameterizedTest
    @CsvSource({"7, execute_result", "throw new Error();, error", "show(7), display_data"})
    void whatWasPrintedBeforeStandsBefore(String last, String type) {
        Exchange exchange = run("System.out.print(\"before\");\n" + last);
        assertThat(exchange.all().stream().map(Message::type).filter(List.of("stream", type)::contains).toList())
                .containsExactly("stream", type);
    }

    @Test
    void aCharacterOfManyBytesIsNotTornApart() {
        Exchange torn = run("for (byte b : \"é🔓日\".repeat(20).getBytes(\"UTF-8\")) { System.out.write(b);"
                + " System.out.flush(); Thread.sleep(7); }");
        assertThat(torn.text()).isEqualTo("é🔓日".repeat(20));
    }

    @Test
    void theHistoryNamesTheLastCells() {
        run("int first = 11;");
        run("int second = 22;");
        Exchange history = KERNEL.page().shell("history_request", "hist_access_type", "tail", "n", 2, "output", false,
                "raw", true, "session", 0, "start", 0, "stop", 0).answered();
        JsonArray rows = history.reply().getAsJsonArray("history");
        assertThat(List.of(rows.get(0).getAsJsonArray().get(2).getAsString(),
                rows.get(1).getAsJsonArray().get(2).getAsString())).containsExactly("int first = 11;",
                "int second = 22;");
    }

    @Test
    void printfAsTheLastStatementHasNoValue() {
        Exchange printf = run("System.out.printf(\"%d of %d\", 1, 2)");
        assertThat(printf.value()).isEmpty();
        assertThat(printf.text()).isEqualTo("1 of 2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"new int[] {1, 2}|[1, 2]",
            "new String[][] {{\"a\"}, {\"b\", null}}|[[a], [b, null]]",
        "Thread.State.NEW|State.NEW", "new double[0]|[]", "Optional.of(3)|Optional[3]", "(Object) null|"})
    void valuesShowWhatTheyAre(String code, String shown) {
        assertThat(run(code).value()).isEqualTo(shown == null ? "" : shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Threshold.cosine(0.8)", "new Box(1, 2, 3, 4)", "MtcnnSettings.defaults()",
        "ImageFolder.of(Path.of(\"faces\"))"})
    void theLibrarysObjectsShowWhatTheyAre(String code) {
        assertThat(run(code).value()).isNotEmpty().doesNotContainPattern("@[0-9a-f]{3,}");
    }

    @Test
    void aSilentCellShowsNothingAndDoesNotCount() {
        KernelClient page = KERNEL.page();
        int before = Json.number(page.run("1").reply(), "execution_count", -1);
        Exchange silent = page.shell("execute_request", "code", "7", "silent", true, "store_history", false).answered();
        assertThat(silent.all()).extracting(Message::type).doesNotContain("execute_input", "execute_result");
        assertThat(Json.number(page.run("1").reply(), "execution_count", -1)).isEqualTo(before + 1);
    }
}
